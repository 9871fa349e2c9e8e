"""Files at rest: encrypted, once for each content, apart for each organisation."""

import pytest

from samspil.adapters.files import DamagedFile, Store

KEY = bytes(32)
BILL = b"%PDF-1.7 a bill of 4711 kroner"


@pytest.fixture
def store(tmp_path):
    return Store(folder=tmp_path, owner="one", key=KEY)


def stored(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_was_put_comes_back(store):
    assert store.get(store.put(BILL)) == BILL


def test_the_same_content_is_kept_once(store, tmp_path):
    assert store.put(BILL) == store.put(BILL)
    assert len(stored(tmp_path)) == 1


def test_nothing_on_the_disk_can_be_read(store, tmp_path):
    store.put(BILL)

    assert b"bill" not in stored(tmp_path)[0].read_bytes()


def test_two_organisations_have_nothing_in_common(store, tmp_path):
    other = Store(folder=tmp_path, owner="two", key=KEY)

    one, two = store.put(BILL), other.put(BILL)

    assert one != two
    with pytest.raises(DamagedFile):
        other.get(one)


def test_an_altered_file_is_noticed(store, tmp_path):
    digest = store.put(BILL)
    path = stored(tmp_path)[0]
    *kept, last = path.read_bytes()
    path.write_bytes(bytes([*kept, last ^ 1]))

    with pytest.raises(DamagedFile):
        store.get(digest)


def test_a_file_put_in_anothers_place_is_noticed(store, tmp_path):
    first, second = store.put(BILL), store.put(b"%PDF-1.7 another")
    paths = {path.name: path for path in stored(tmp_path)}
    paths[first].write_bytes(paths[second].read_bytes())

    with pytest.raises(DamagedFile):
        store.get(first)


def test_another_key_opens_nothing(store, tmp_path):
    digest = store.put(BILL)

    with pytest.raises(DamagedFile):
        Store(folder=tmp_path, owner="one", key=b"1" * 32).get(digest)
