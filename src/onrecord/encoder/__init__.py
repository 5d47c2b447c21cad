"""The neural part: words and windows over a text, the ONNX bundle and its runtime, decoding."""
