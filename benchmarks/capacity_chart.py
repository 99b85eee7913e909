"""Draws the launch day: how many people come in each hour, what the machines carry, and what waits to be printed; pure."""

from __future__ import annotations

from benchmarks.capacity_launch import LaunchDay

_LEFT, _TOP, _STEP, _TALL, _GAP = 70, 40, 26, 150, 60
_WIDE = _LEFT + 24 * _STEP + 20
_STYLE = "text{font:12px sans-serif;fill:#222}.b{fill:#2f6f8f}.w{fill:#b5651d}.c{stroke:#a11;stroke-width:2;stroke-dasharray:6 4}.a{stroke:#666}"


def chart(day: LaunchDay) -> str:
    """Return the picture as SVG."""
    second = _TOP + _TALL + _GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {second + _TALL + 40}" role="img" aria-label="{_said(day)}">',
        f"<style>{_STYLE}</style>",
        f'<rect width="{_WIDE}" height="{second + _TALL + 40}" fill="#fff"/>',
        *_bars("People who come in an hour", day.people, top=_TOP, kind="b", line=day.carried),
        *_bars("Packets that wait at the end of the hour", day.waiting, top=second, kind="w", line=None),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _said(day: LaunchDay) -> str:
    return f"At the most {day.peak:,.0f} people come in an hour; {day.web_machines} machines carry {day.carried:,.0f}. At the most {max(day.waiting):,.0f} packets wait."


def _bars(title: str, numbers: tuple[float, ...], *, top: int, kind: str, line: float | None) -> list[str]:
    most = max(*numbers, line or 0, 1) * 1.05
    bottom = top + _TALL
    found = [f'<text x="{_LEFT}" y="{top - 12}">{title}</text>']
    for hour, number in enumerate(numbers):
        tall, x = number / most * _TALL, _LEFT + hour * _STEP
        found.append(
            f'<rect class="{kind}" x="{x + 3}" y="{bottom - tall:.1f}" width="{_STEP - 6}" height="{tall:.1f}"/>'
        )
        if hour % 3 == 0:
            found.append(f'<text x="{x}" y="{bottom + 16}">{hour}:00</text>')
    found.append(f'<line class="a" x1="{_LEFT}" y1="{bottom}" x2="{_WIDE - 20}" y2="{bottom}"/>')
    found.append(f'<text x="4" y="{top + 10}">{most / 1.05:,.0f}</text>')
    if line:
        y = bottom - line / most * _TALL
        found.append(f'<line class="c" x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDE - 20}" y2="{y:.1f}"/>')
        found.append(f'<text x="{_WIDE - 190}" y="{y - 5:.1f}">the machines carry {line:,.0f}</text>')
    return found
