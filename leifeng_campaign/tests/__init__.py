from . import test_access
from . import test_demo
from . import test_leifeng_append_only_mixin
from . import test_leifeng_session_signing
from . import test_leifeng_session_signup
from . import test_leifeng_session_sweep
from . import test_leifeng_state_mixin
