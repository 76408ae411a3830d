"""A head for a small practice: logo, name and the rest in the middle, above two thin rules."""

from layouts.pages.head import BETWEEN, TOP, Head, stack, tall
from layouts.paper import Paint, Paper
from layouts.tagging.tree import DECORATION


class CentredHead(Head):
    """Logo, name and the rest one below the other in the middle, between two thin rules."""

    def _content_height(self) -> float:
        logo = self.logo_height + BETWEEN / 2 if self.logo else 0
        lines = stack([self.name, self.tagline], self.inner) + self._last_height()
        return max(logo + lines, 0 if self.name else self.logo_height)

    def _last_height(self) -> float:
        """Kind of page and phone number share a line where they have room on one."""
        if self._shared():
            return max(tall(self.kind, self.inner), tall(self.phone, self.inner))
        return stack([self.kind, self.phone], self.inner)

    def _shared(self) -> bool:
        needed = sum(line.natural_width() + 1 for line in (self.kind, self.phone) if line)
        return needed + 2 * BETWEEN <= self.inner

    def _draw_first(self, paper: Paper) -> None:
        y, end = TOP, self.height(0)
        if self.logo:
            most = self.inner * 0.5
            self.logo.draw(paper, self.side + (self.inner - self.logo.width(most)) / 2, y + self.logo_height / 2, most)
            y += self.logo_height + BETWEEN / 2
        last = [] if self._shared() else [self.kind, self.phone]
        for line in filter(None, [self.name, self.tagline, *last]):
            line.flush = 0.5
            line.draw(paper, self.side, y, self.inner)
            y += line.height(self.inner)
        if self._shared():
            shown = [line for line in (self.kind, self.phone) if line]
            needed = sum(line.natural_width() + 1 for line in shown) + 2 * BETWEEN * (len(shown) - 1)
            x = self.side + (self.inner - needed) / 2
            for line in shown:
                line.draw(paper, x, y, line.natural_width() + 1)
                x += line.natural_width() + 1 + 2 * BETWEEN
        rule = Paint(line=self.page.theme.colours["mid"], width=0.8)
        for y in (end - 1.5, end + 1.5):
            paper.line(DECORATION, self.side, y, self.side + self.inner, y, rule)
