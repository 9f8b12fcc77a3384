import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from lookalike.plugin.core import bits

codes = hnp.arrays(np.bool_, st.tuples(st.integers(0, 40), st.sampled_from([64, 128, 192, 256])))
words = hnp.arrays(np.uint64, st.integers(0, 50), elements=st.integers(0, 2**64 - 1))


@given(codes)
def test_unpacking_what_was_packed_gives_the_same_bits(code_bits):
    assert np.array_equal(bits.unpack(bits.pack(code_bits)), code_bits)


def test_bit_i_is_bit_i_modulo_64_of_word_i_div_64():
    code_bits = np.zeros((1, 128), bool)
    code_bits[0, [0, 63, 64]] = True
    assert bits.pack(code_bits).tolist() == [[1 | 1 << 63, 1]]


@given(words)
def test_popcount_counts_ones_as_python_does(values):
    expected = [bin(int(value)).count("1") for value in values]
    assert bits.popcount(values).tolist() == expected


@given(words)
def test_popcount_without_numpy_2_gives_the_same(values):
    expected = [bin(int(value)).count("1") for value in values]
    assert bits._popcount_arithmetic(values).tolist() == expected


@given(codes, st.data())
def test_hamming_distance_counts_differing_bits(code_bits, data):
    query = data.draw(hnp.arrays(np.bool_, code_bits.shape[1]))
    found = bits.hamming(bits.columns(bits.pack(code_bits)), bits.pack(query[None])[0])
    assert found.tolist() == [int((row != query).sum()) for row in code_bits]


def test_opposite_codes_of_256_bits_are_256_apart():
    """255 is the largest uint8, so this one needs a wider dtype."""
    zeros = bits.columns(bits.pack(np.zeros((3, 256), bool)))
    ones = bits.pack(np.ones((1, 256), bool))[0]
    assert bits.hamming(zeros, ones).tolist() == [256, 256, 256]


def test_the_first_word_is_the_nested_code_of_64_bits():
    code_bits = np.random.default_rng(1).random((20, 128)) > 0.5
    assert np.array_equal(bits.pack(code_bits)[:, :1], bits.pack(code_bits[:, :64]))


@pytest.mark.parametrize("shape", [(3, 60), (3, 0), (64,)])
def test_bits_that_fill_no_words_are_refused(shape):
    with pytest.raises(ValueError, match="multiple of 64"):
        bits.pack(np.zeros(shape, bool))
