from . import leifeng_paper
from . import leifeng_honor_report
