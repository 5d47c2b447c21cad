"""Sample reports of our own: invented people, outlets and two invented countries; ``index.json`` lists them."""
