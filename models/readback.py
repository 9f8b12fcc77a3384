"""A network read back from its ONNX file, so that training goes on where there is no checkpoint."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn

from .config import Config
from .errors import WeightsError
from .networks import HashingNetwork


class FoldedNetwork(HashingNetwork):
    """The network as an ONNX file has it: no batch norms, their factors are in the convolutions.

    The balance of levels keeps its statistics: a user's archive may be too small to find others.
    """

    @classmethod
    def build(cls, config: Config) -> FoldedNetwork:
        """Make the network of a configuration, with random weights."""
        network = super().build(config)
        _fold(network.features)
        return network

    def train(self, mode: bool = True) -> FoldedNetwork:
        """Switch to training; the balance stays in evaluation."""
        super().train(mode)
        self.balance.eval()
        return self


def read_back(config: Config, path: Path) -> FoldedNetwork:
    """Make a network with the weights of an ONNX file, and check that it gives the file's codes.

    Parameters
    ----------
    config
        Its `network` and `data` are those that made the file.
    path
        Of a model that `export` wrote of a `HashingNetwork`.

    Raises
    ------
    WeightsError
        If the file cannot be read, or does not hold the network of the configuration.
    """
    from .export import TOLERANCE, differing_bits, invented_patches  # it knows all methods

    network = FoldedNetwork.build(config)
    try:
        content = path.read_bytes()
        network.load_state_dict(_state(network, content))
        shape = (len(config.data.bands), config.data.patch_size, config.data.patch_size)
        share = differing_bits(network, content, invented_patches(64, shape))
    except Exception as error:  # onnx, onnxruntime and torch raise many kinds
        raise _not_of_it(path, error) from error
    if not share <= TOLERANCE:
        raise _not_of_it(path, f"{share:.2%} of the bits differ")
    return network


def _fold(features: nn.Module) -> None:
    """Give each convolution a bias, and take away the batch norm behind it."""
    for parent in list(features.modules()):
        before = None
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.BatchNorm2d) and isinstance(before, nn.Conv2d):
                zeros = torch.zeros(before.out_channels)
                before.bias = nn.Parameter(zeros, before.weight.requires_grad)
                setattr(parent, name, nn.Identity())
            before = child


def _state(network: nn.Module, content: bytes) -> dict[str, torch.Tensor]:
    """Find the network's parameters in the graph: by name, or by the order of the operations."""
    import onnx

    graph = onnx.load_from_string(content).graph
    arrays = {t.name: onnx.numpy_helper.to_array(t) for t in graph.initializer}
    stored = {name: torch.from_numpy(array.copy()) for name, array in arrays.items()}
    state = {name: stored.get(name, tensor) for name, tensor in network.state_dict().items()}
    convolutions = [name for name, m in network.named_modules() if isinstance(m, nn.Conv2d)]
    nodes = [node for node in graph.node if node.op_type == "Conv"]
    if len(nodes) != len(convolutions):
        raise ValueError(f"{len(nodes)} convolutions, not {len(convolutions)}")
    for name, node in zip(convolutions, nodes):
        state[f"{name}.weight"], state[f"{name}.bias"] = (stored[i] for i in node.input[1:])
    (last,) = (node for node in graph.node if node.op_type == "MatMul")
    state["hash.weight"] = stored[last.input[1]] / network.hash.scale
    return state


def _not_of_it(path: Path, why: object) -> WeightsError:
    return WeightsError(
        f"Training cannot go on from {path}: it does not hold the network of its card ({why}). "
        "Choose a model of the methods ours or continued."
    )
