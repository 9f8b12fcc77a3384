"""Every sentence that a user can read when something goes wrong.

An error is a template and the facts that fill it: what is wrong, with which file or layer, and
what to do. The interface shows ``str(error)`` as it is. Whatever is not a `LookalikeError` is a
bug and belongs in the log with its traceback.

All are taken in from here; a new one is named once, in the module of what it is about.
"""

from .asking import *  # noqa: F401, F403
from .base import *  # noqa: F401, F403
from .files import *  # noqa: F401, F403
from .running import *  # noqa: F401, F403
