"""How a theme's templates become Python: as Jinja does it, without what they never ask for.

Jinja looks at each call for functions that want its context, and for an attribute in the items of
a value too; macros may be called with any arguments, and every text that is shown becomes one that
can be shown again. Plainly done, a page costs half. All of it is taken from Jinja's own classes,
so look here first when a new version of Jinja breaks a test.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


class PlainCode(CodeGenerator):
    """Writes `page.title` and `say("key")` as what they are."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write an attribute, which must be there."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call, whose arguments are all there to be read."""
        if node.dyn_args or node.dyn_kwargs:
            self.fail("A call may not take its arguments from a list.", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class PlainMacro(Macro):
    """A macro that takes all its arguments, given in their order, without sorting them."""

    def __call__(self, *arguments: Any, **named: Any) -> str:
        """Return what the macro makes, which is HTML."""
        if named or self.caller or len(arguments) != self._argument_count:
            return super().__call__(*arguments, **named)
        return Markup(self._func(*arguments))


@lru_cache(16_384)
def _escaped(text: str) -> str:
    """Return a text as HTML. Pages show the same addresses and names again and again."""
    return escape(text)


def shown(value: object) -> str:
    """Return a value as it stands in HTML."""
    if isinstance(value, Markup):
        return value
    return _escaped(value) if type(value) is str else escape(value)


class PlainTemplate(Template):
    """A template that uses what stands above."""

    @classmethod
    def from_code(cls, *given: Any, **named: Any) -> Template:
        """Return the template that some code is, as Jinja calls for it."""
        template = super().from_code(*given, **named)
        template.root_render_func.__globals__.update(escape=shown, Macro=PlainMacro)
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Return the macros for import; Jinja would ask whether globals differ, and none are."""
        return self._module or super()._get_default_module()
