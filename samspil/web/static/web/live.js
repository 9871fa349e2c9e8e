"use strict";
/* Parts marked data-polls stay up to date. Where there is an event stream they are told when to ask, and
   poll only once a minute, for what changes by the clock alone; without it they poll as their page says.
   data-polls="always" is for what the journal, and so the stream, knows nothing of. */
(() => {
  const PAUSE_MS = 4000;
  const SPREAD_MS = 500;
  const SLOW_MS = 60_000;
  const AGAIN_MS = 5000;
  let source = null;
  let live = false;
  let missed = false;
  let told = 0;
  let timer = 0;
  const asked = new WeakMap();

  /* at once, but never more often than every few seconds, and not everybody in the same moment */
  const tell = () => {
    if (timer) return;
    const wait = Math.max(0, told + PAUSE_MS - Date.now()) + Math.random() * SPREAD_MS;
    timer = setTimeout(() => { timer = 0; told = Date.now(); htmx.trigger(document.body, "happened"); }, wait);
  };
  const close = () => { source?.close(); source = null; missed = missed || live; live = false; };
  const open = () => {
    const address = document.body.dataset.events;
    if (source || document.hidden || !address) return;
    source = new EventSource(address, { withCredentials: true });
    source.addEventListener("open", () => { live = true; if (missed) { missed = false; tell(); } });
    source.addEventListener("changed", tell);
    source.addEventListener("bye", () => { close(); delete document.body.dataset.events; tell(); });
    source.addEventListener("error", () => { const was = live; close(); setTimeout(open, was ? AGAIN_MS : SLOW_MS); });
  };
  document.addEventListener("DOMContentLoaded", open);
  document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
  addEventListener("pagehide", close);

  /* rest while nobody looks, while something is unfolded, and between what the stream tells */
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!event.target.matches("[data-polls]")) return;
    const byTheClock = !event.detail.requestConfig.triggeringEvent;
    const early = byTheClock && live && event.target.dataset.polls !== "always" && Date.now() - (asked.get(event.target) ?? loaded) < SLOW_MS;
    if (document.hidden || early || event.target.querySelector("details[open]")) event.preventDefault();
    else asked.set(event.target, Date.now());
  });
  const loaded = Date.now();
})();
