"""Make tiny.onnx: a hashing model that keeps the contract in 9 kB, for tests.

It averages blocks of 16 px, projects them at random, and hashes the result. Run where `onnx` is:
``python tests/data/model/tiny.py``.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

BANDS, SIZE, BLOCK, EMBEDDING, BITS = ["B04", "B03", "B02"], 64, 16, 8, 128
POOLED = len(BANDS) * (SIZE // BLOCK) ** 2

CARD = {
    "format": 1,
    "name": "tiny",
    "bands": BANDS,
    "patch_size": SIZE,
    "gsd": 10.0,
    "input": "reflectance",
    "bits": BITS,
    "nested": [64, 128],
    "embedding": EMBEDDING,
    "method": "Random projection of block means; for tests.",
    "training_data": "None.",
    "licence": "GPL-2.0-or-later",
    "config": {},
    "software": {},
    "figures": {},
    "limits": "Knows nothing.",
}


def tiny_model(card: dict | None = CARD, bits: int = BITS, output: str = "logits"):
    """Return the model; other arguments than the defaults break the contract."""
    random = np.random.default_rng(0)
    centre = np.full((1, POOLED), 0.1, np.float32)
    weights = random.normal(size=(POOLED, EMBEDDING)).astype(np.float32)
    layer = random.normal(size=(EMBEDDING, bits)).astype(np.float32)
    constants = {"centre": centre, "weights": weights, "layer": layer}
    nodes = [
        helper.make_node(
            "AveragePool", ["patches"], ["pooled"], kernel_shape=[BLOCK] * 2, strides=[BLOCK] * 2
        ),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("Sub", ["flat", "centre"], ["centred"]),
        helper.make_node("MatMul", ["centred", "weights"], ["projected"]),
        helper.make_node("LpNormalization", ["projected"], ["embedding"], axis=1, p=2),
        helper.make_node("MatMul", ["embedding", "layer"], [output]),
    ]
    shape = ["n", len(BANDS), SIZE, SIZE]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("patches", TensorProto.FLOAT, shape)],
        [
            helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["n", EMBEDDING]),
            helper.make_tensor_value_info(output, TensorProto.FLOAT, ["n", bits]),
        ],
        [numpy_helper.from_array(values, name) for name, values in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    if card is not None:
        helper.set_model_props(model, {"lookalike_card": json.dumps(card)})
    return model


if __name__ == "__main__":
    onnx.save(tiny_model(), str(Path(__file__).with_suffix(".onnx")))
