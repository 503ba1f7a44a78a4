"""The tree is that of RFC 9162: its published values, and every proof of every small tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellal.publish.verify import (
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
    leaf_of,
    root_of,
)

# The tree that implementations of RFC 6962 and 9162 share as an example.
DATA = (
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
LEAVES = [leaf_of(bytes.fromhex(data)) for data in DATA]
SIZES = range(1, 20)


def leaves(size: int) -> list[bytes]:
    return [leaf_of(str(number).encode()) for number in range(size)]


@pytest.mark.parametrize("size", range(9))
def test_root_is_the_published_one(size: int) -> None:
    assert root_of(LEAVES[:size]).hex() == ROOTS[size]


def test_proofs_are_the_published_ones() -> None:
    assert [part.hex()[:8] for part in inclusion_proof(0, LEAVES)] == [
        "96a296d2",
        "5f083f0a",
        "6b47aaf2",
    ]
    assert [part.hex()[:8] for part in consistency_proof(6, LEAVES)] == [
        "0ebc5d34",
        "ca854ea1",
        "d37ee418",
    ]


@pytest.mark.parametrize("size", SIZES)
def test_every_leaf_is_shown_to_be_in_the_tree_and_in_no_other_place(size: int) -> None:
    tree = leaves(size)
    for index in range(size):
        proof = inclusion_proof(index, tree)
        for place in range(size):
            shown = is_included(place, size, tree[index], proof, root_of(tree))
            assert shown == (place == index)


@pytest.mark.parametrize("newer", SIZES)
def test_every_tree_is_shown_to_have_grown_from_every_smaller_one(newer: int) -> None:
    tree = leaves(newer)
    for older in range(1, newer + 1):
        proof = consistency_proof(older, tree)
        was, now = root_of(tree[:older]), root_of(tree)
        assert is_consistent(older, newer, was, now, proof)
        assert not is_consistent(older, newer, root_of([leaf_of(b"x")] * older), now, proof)
        assert not is_consistent(older, newer, was, was if older < newer else b"", proof)


@given(st.integers(1, 40), st.integers(0, 40), st.integers(0, 300), st.integers(1, 255))
def test_proof_with_one_wrong_byte_shows_nothing(
    size: int, index: int, place: int, change: int
) -> None:
    tree, index = leaves(size), index % size
    proof = bytearray(b"".join(inclusion_proof(index, tree)))
    if not proof:
        return
    proof[place % len(proof)] ^= change
    parts = [bytes(proof[at : at + 32]) for at in range(0, len(proof), 32)]

    assert not is_included(index, size, tree[index], parts, root_of(tree))


@given(st.integers(-3, 50), st.integers(-3, 50), st.lists(st.binary(min_size=32, max_size=32)))
def test_no_proof_hangs_or_breaks(first: int, second: int, proof: list[bytes]) -> None:
    assert not is_included(first, second, b"a" * 32, proof, b"b" * 32)
    assert not is_consistent(first, second, b"a" * 32, b"b" * 32, proof)
