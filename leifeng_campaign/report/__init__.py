from . import leifeng_honor_report
