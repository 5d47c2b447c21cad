"""What is found in a report: each module takes what stands so far and adds its own part."""
