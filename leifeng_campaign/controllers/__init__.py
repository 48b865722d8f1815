from . import portal
from . import session
from . import signup
from . import record
from . import certificate
from . import message
from . import check
