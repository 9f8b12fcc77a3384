"""Learning to hash: networks, losses, methods, training, export and evaluation (PyTorch).

What is made here reaches the plugin as ONNX files in `zoo/`; the plugin never imports this package.
"""
