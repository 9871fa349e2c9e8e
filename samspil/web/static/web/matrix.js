"use strict";
/* Moving tasks in the picture, by pointer or arrow keys. Without it each task's page does the same. */
(() => {
  const EDGE = 3;
  const FAR_PX = 4;
  const STEP = 2.5;
  const LARGE = 10;
  const MIDDLE = 50;
  const plot = () => document.querySelector(".matrix-plot");
  const may = () => plot()?.hasAttribute("data-moves");
  const dots = () => [...document.querySelectorAll(".matrix-plot .dot")];
  const within = (value) => Math.min(100, Math.max(0, value));
  let held = null;

  const name = (dot) => { document.querySelector(".matrix-named").textContent = dot ? dot.getAttribute("aria-label") : ""; };
  const at = (dot) => ({ x: Number(dot.dataset.x), y: Number(dot.dataset.y) });
  const show = (dot, { x, y }) => {
    dot.dataset.nowX = x;
    dot.dataset.nowY = y;
    const use = dot.firstElementChild;
    use.setAttribute("x", `${EDGE + x * (100 - 2 * EDGE) / 100}%`);
    use.setAttribute("y", `${100 - EDGE - y * (100 - 2 * EDGE) / 100}%`);
  };
  const now = (dot) => dot.dataset.nowX === undefined ? at(dot) : { x: Number(dot.dataset.nowX), y: Number(dot.dataset.nowY) };
  const moved = (dot) => dot.dataset.nowX !== undefined;
  const back = (dot) => {
    if (!moved(dot)) return;
    show(dot, at(dot));
    delete dot.dataset.nowX;
    delete dot.dataset.nowY;
    dot.classList.remove("is-moving");
  };
  const quarter = ({ x, y }) => `${x >= MIDDLE} ${y >= MIDDLE}`;

  const keep = (dot) => {
    const form = document.getElementById("move");
    const dialog = document.getElementById("moving");
    form.action = `${dot.getAttribute("href")}place/`;
    form.elements.creative.value = now(dot).x.toFixed(1);
    form.elements.contact.value = now(dot).y.toFixed(1);
    if (quarter(now(dot)) === quarter(at(dot))) { form.elements.why.required = false; form.submit(); return; }
    form.elements.why.required = true;
    held = dot;
    dialog.showModal();
    form.elements.why.focus();
  };

  document.addEventListener("pointerdown", (event) => {
    const dot = event.target.closest(".matrix-plot .dot");
    if (!dot || !may() || event.button !== 0) return;
    const box = plot().getBoundingClientRect();
    const from = { x: event.clientX, y: event.clientY, ...{ place: now(dot) } };
    let far = false;
    const follow = (move) => {
      const dx = move.clientX - from.x;
      const dy = move.clientY - from.y;
      far = far || Math.hypot(dx, dy) > FAR_PX;
      if (!far) return;
      const scale = (100 - 2 * EDGE) / 100;
      dot.classList.add("is-moving");
      show(dot, { x: within(from.place.x + 100 * dx / box.width / scale), y: within(from.place.y - 100 * dy / box.height / scale) });
    };
    const drop = () => {
      document.removeEventListener("pointermove", follow);
      document.removeEventListener("pointerup", drop);
      document.removeEventListener("pointercancel", cancel);
      if (!far) return;
      dot.addEventListener("click", (click) => click.preventDefault(), { once: true });
      setTimeout(() => keep(dot), 0);
    };
    const cancel = () => { far = false; drop(); back(dot); };
    document.addEventListener("pointermove", follow);
    document.addEventListener("pointerup", drop);
    document.addEventListener("pointercancel", cancel);
  });
  document.addEventListener("dragstart", (event) => { if (event.target.closest?.(".matrix-plot .dot")) event.preventDefault(); });

  document.addEventListener("keydown", (event) => {
    const dot = document.activeElement?.closest?.(".matrix-plot .dot");
    if (!dot || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    if (event.key === "PageDown" || event.key === "PageUp") {
      const all = dots();
      const next = all[(all.indexOf(dot) + (event.key === "PageDown" ? 1 : all.length - 1)) % all.length];
      dot.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    } else if (event.key in arrows && may()) {
      const [dx, dy] = arrows[event.key];
      const step = event.shiftKey ? LARGE : STEP;
      const { x, y } = now(dot);
      dot.classList.add("is-moving");
      show(dot, { x: within(x + dx * step), y: within(y + dy * step) });
    } else if (event.key === "Enter" && moved(dot)) keep(dot);
    else if (event.key === "Escape" && moved(dot)) back(dot);
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-move-back]")) return;
    document.getElementById("moving").close();
  });
  document.addEventListener("close", (event) => {
    if (event.target.id !== "moving" || !held) return;
    back(held);
    held.focus();
    held = null;
  }, true);
  for (const kind of ["focusin", "pointerover"])
    document.addEventListener(kind, (event) => {
      const dot = event.target.closest?.(".matrix-plot .dot");
      if (dot) name(dot);
    });
})();
