"use strict";
/* Lists that follow the open case, sending with Ctrl+Enter, and polling that rests when nobody looks. */
(() => {
  const followOpen = () => document.querySelector(".pane-list [aria-current='true'][id]")?.scrollIntoView({ block: "nearest" });
  document.addEventListener("DOMContentLoaded", followOpen);
  document.addEventListener("htmx:afterSettle", followOpen);

  document.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (sends && event.target.matches("[data-submits]")) event.target.form.requestSubmit();
  });

  /* a page that polls rests while it is hidden, or while something in it is unfolded */
  document.addEventListener("htmx:beforeRequest", (event) => {
    const polls = event.target.matches("[data-polls]");
    if (polls && (document.hidden || event.target.querySelector("details[open]"))) event.preventDefault();
  });
  /* whoever was signed out meanwhile sees the sign-in page, not a piece of it inside another page */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const answered = new URL(event.detail.xhr.responseURL || location.href);
    if (answered.pathname.startsWith("/accounts/")) { event.detail.shouldSwap = false; location.reload(); }
  });
})();
