"""Print a table that can be pasted into docs/benchmarks.md."""


def print_table(head, rows):
    """Print ``rows`` (sequences of text) under ``head`` as a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    for line in lines:
        print("| " + " | ".join(map(str, line)) + " |")
