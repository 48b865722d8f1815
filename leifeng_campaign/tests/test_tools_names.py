import io
from unittest import TestCase

from openpyxl import load_workbook

from ..tools import names


class TestNames(TestCase):
    def test_things(self):
        text = "反光背心、小红帽，指挥旗、哨子（集合处、门口领取）\n水"
        things = ["反光背心", "小红帽", "指挥旗", "哨子（集合处、门口领取）", "水"]
        self.assertEqual(names.things(text), things)
        self.assertEqual(names.things(" 、 "), [])

    def test_every_cell_is_text(self):
        row = ("1", "=1+1", "007", "2025-03-05")
        content = names.workbook("Names", [(each, 10) for each in "abcd"], [row])
        sheet = load_workbook(io.BytesIO(content)).active
        cells = list(sheet[2])

        self.assertEqual([cell.value for cell in cells], ["1", "=1+1", "007", "2025-03-05"])
        self.assertEqual({cell.data_type for cell in cells}, {"s"})
