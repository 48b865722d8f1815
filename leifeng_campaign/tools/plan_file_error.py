"""Why a file wasn't read."""


class PlanFileError(Exception):
    """A file that is refused; ``reason`` is a code, the sentence for it is the caller's."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason
