import hashlib
import io
import posixpath
import subprocess
import tempfile
import zipfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.zip_folder import checksums, safe_paths, zip_bytes

UTF8 = 0x800  # the flag of a name in UTF-8
NAMES = st.lists(st.text(max_size=30), max_size=8)


def read(content):
    """Return {path: bytes} of a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class TestSafePaths(BaseCase):
    def test_names_that_systems_refuse(self):
        for path, expected in (
            ("公示/名单.docx", "公示/名单.docx"),
            ("../../etc/passwd", "etc/passwd"),
            ("/etc/passwd", "etc/passwd"),
            ("C:\\Windows\\a.txt", "C：/Windows/a.txt"),
            ("a/./b//c", "a/b/c"),
            ("a\0b\nc\u202efdp.exe", "abcfdp.exe"),
            ('<>:"|?*', "＜＞：＂｜？＊"),
            ("名单. ", "名单"),
            ("aux.txt", "aux_.txt"),
            ("Con", "Con_"),
            ("console.txt", "console.txt"),
            (".hidden", "hidden"),
            ("e\u0301", "é"),
            ("", "-"),
            ("..", "-"),
            ("半\ud800个", "半个"),
        ):
            with self.subTest(path=path):
                self.assertEqual(safe_paths([path]), [expected])

    def test_the_same_path_again(self):
        paths = ["a/名单.docx", "a/名单.docx", "b/名单.docx", "A/名单.DOCX"]

        self.assertEqual(
            safe_paths(paths),
            ["a/名单.docx", "a/名单 (2).docx", "b/名单.docx", "A/名单 (3).DOCX"],
        )

    def test_a_file_isn_t_called_like_a_folder(self):
        self.assertEqual(safe_paths(["a", "a/b"]), ["a (2)", "a/b"])
        self.assertEqual(safe_paths(["a/b", "A"]), ["a/b", "A (2)"])

    def test_long_names_keep_their_endings(self):
        first, second = safe_paths(["长" * 300 + ".docx"] * 2)

        self.assertTrue(first.endswith("长.docx"))
        self.assertTrue(second.endswith("长 (2).docx"))
        self.assertTrue(all(190 < len(path.encode()) <= 200 for path in (first, second)))

    def test_rare_characters_are_kept(self):
        self.assertEqual(safe_paths(["冯䶮𠮷翀.txt"]), ["冯䶮𠮷翀.txt"])

    @given(NAMES)
    @example(["a", "a/b", "a/b/c", "A (2)"])
    @example(["a (2)", "a", "a"])
    @example(["长" * 80, "长" * 80])
    def test_any_paths_are_safe_and_different(self, paths):
        safe = safe_paths(paths)

        self.assertEqual(len({path.casefold() for path in safe}), len(paths))
        folders = {part for path in safe for part in self._folders(path.casefold())}
        self.assertFalse(folders & {path.casefold() for path in safe})
        for path in safe:
            self.assertEqual(posixpath.normpath(posixpath.join("/x", path)), f"/x/{path}")
            self.assertFalse(set(path) & set('<>:"|?*\\\0\n'))

    def _folders(self, path):
        parts = path.split("/")
        return ["/".join(parts[:end]) for end in range(1, len(parts))]


class TestZip(BaseCase):
    FILES = [("公示/名单.docx", b"one"), ("readme.txt", b"two" * 100)]

    def test_the_files_are_in_it_in_their_order(self):
        found = read(zip_bytes(self.FILES))

        self.assertEqual(list(found.items()), self.FILES)

    def test_the_same_files_give_the_same_bytes(self):
        self.assertEqual(zip_bytes(self.FILES), zip_bytes(iter(self.FILES)))
        self.assertNotEqual(zip_bytes(self.FILES), zip_bytes(self.FILES[::-1]))

    def test_chinese_names_are_marked_as_utf8(self):
        with zipfile.ZipFile(io.BytesIO(zip_bytes(self.FILES))) as archive:
            chinese, _ascii = archive.infolist()

        self.assertTrue(chinese.flag_bits & UTF8)
        self.assertEqual(chinese.filename, "公示/名单.docx")
        self.assertEqual(chinese.date_time, (1980, 1, 1, 0, 0, 0))

    def test_no_files_are_an_empty_zip(self):
        self.assertEqual(read(zip_bytes([])), {})
        self.assertEqual(checksums([]), "")

    @given(NAMES)
    def test_nothing_is_lost_whatever_the_names(self, names):
        files = [(name, str(index).encode()) for index, name in enumerate(names)]

        found = read(zip_bytes(files))

        self.assertEqual(list(found.values()), [content for _name, content in files])


class TestChecksums(BaseCase):
    def test_a_line_a_file_under_the_name_in_the_zip(self):
        files = [("../名单.txt", b"one"), ("名单.txt", b"two")]

        lines = checksums(files).splitlines()

        self.assertEqual(
            lines,
            [
                f"{hashlib.sha256(b'one').hexdigest()}  名单.txt",
                f"{hashlib.sha256(b'two').hexdigest()}  名单 (2).txt",
            ],
        )

    def test_sha256sum_is_content(self):
        files = [("公示/名单.docx", b"one"), ("a b.txt", b"two")]
        files.append(("sha256.txt", checksums(files).encode()))

        with tempfile.TemporaryDirectory() as folder:
            with zipfile.ZipFile(io.BytesIO(zip_bytes(files))) as archive:
                archive.extractall(folder)
            checked = self._check(folder)
            Path(folder, "a b.txt").write_bytes(b"changed")
            changed = self._check(folder)

        self.assertEqual((checked, changed), (0, 1))

    def _check(self, folder):
        command = ["sha256sum", "--check", "--status", "sha256.txt"]
        return subprocess.run(command, cwd=folder, check=False).returncode
