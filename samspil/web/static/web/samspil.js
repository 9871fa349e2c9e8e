"use strict";
/* Keys, menus, toasts and theme. Everything listens on the document, so fragments need no set-up. */
(() => {
  const root = document.documentElement;
  const store = "samspil-theme";
  const PATIENCE_MS = 1000;
  const TOAST_MS = 12000;

  /* theme: chosen before the first paint, because this file is read in the head */
  const remembered = () => { try { return localStorage.getItem(store); } catch { return null; } };
  const remember = (theme) => { try { localStorage.setItem(store, theme); } catch { /* not allowed: lasts for this page */ } };
  const showTheme = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const button of document.querySelectorAll("[data-theme-choice]"))
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === (theme || "system")));
  };
  root.classList.add("scripted");
  showTheme(remembered());
  document.addEventListener("DOMContentLoaded", () => { showTheme(remembered()); ageToasts(document); });

  /* keys: data-key="j" or "g t"; a field is focused, everything else is clicked */
  const typing = (target) => target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
  const visible = (element) => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;
  const folded = (element) => element.closest(".rail-group:not([open])");  /* keys of the rail work wherever one is */
  const keyed = () => [...document.querySelectorAll("[data-key]")].filter((e) => (visible(e) || folded(e)) && !e.disabled);
  let begun = "";
  let begunAt = 0;
  const press = (element) => {
    if (element.matches("input:not([type=submit], [type=button], [type=checkbox], [type=radio]), textarea, select")) {
      element.focus();
      element.select?.();
    } else element.click();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { closeMenus(null); if (typing(event.target)) event.target.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const follows = begun && performance.now() - begunAt < PATIENCE_MS;
    const wanted = follows ? `${begun} ${event.key}` : event.key;
    begun = "";
    const found = keyed().filter((e) => e.dataset.key === wanted).pop();  /* the newest, so z undoes the last step */
    if (found) { event.preventDefault(); press(found); return; }
    if (keyed().some((e) => e.dataset.key.startsWith(`${wanted} `))) { begun = wanted; begunAt = performance.now(); }
    else if (event.key === "?") { event.preventDefault(); showKeys(); }
  });

  const nameOf = (element) => {
    const own = element.dataset.keyLabel || element.getAttribute("aria-label") || element.labels?.[0]?.textContent;
    if (own) return own.trim();
    const copy = element.cloneNode(true);
    copy.querySelectorAll("kbd, svg, .heard").forEach((part) => part.remove());
    return copy.textContent.trim().replace(/\s+/g, " ");
  };
  const showKeys = () => {
    const dialog = document.getElementById("keys");
    if (!dialog) return;
    const list = dialog.querySelector("dl");
    list.querySelectorAll(".found").forEach((row) => row.remove());
    const seen = new Set();
    for (const element of keyed()) {
      if (seen.has(element.dataset.key)) continue;
      seen.add(element.dataset.key);
      const row = document.createElement("div");
      row.className = "found";
      const term = document.createElement("dt");
      for (const key of element.dataset.key.split(" ")) {
        const cap = document.createElement("kbd");
        cap.textContent = key;
        term.append(cap, " ");
      }
      const meaning = document.createElement("dd");
      meaning.textContent = nameOf(element);
      row.append(term, meaning);
      list.append(row);
    }
    dialog.showModal();
  };

  /* what was typed last is kept before a form that counts on it goes off */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-after-saving]") || !document.querySelector(".htmx-request")) return;
    event.preventDefault();
    /* a moment later: by then what queued behind it is on its way, and is waited for in turn */
    document.addEventListener("htmx:afterRequest", () => setTimeout(() => form.requestSubmit(), 0), { once: true });
  });

  /* clicks: theme, key help, closing of menus, toasts and dialogs */
  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]"))
      if (menu !== except) { menu.open = false; if (menu.contains(document.activeElement)) menu.firstElementChild.focus(); }
  };
  document.addEventListener("click", (event) => {
    closeMenus(event.target.closest("details.menu"));
    const theme = event.target.closest("[data-theme-choice]");
    if (theme) { remember(theme.dataset.themeChoice); showTheme(theme.dataset.themeChoice); }
    if (event.target.closest("[data-shows-keys]")) { closeMenus(null); showKeys(); }
    if (event.target.closest("[data-closes-toast]")) event.target.closest(".toast").remove();
    if (event.target.closest("[data-closes-dialog]") || event.target.matches("dialog")) event.target.closest("dialog").close();
  });

  /* what arrives in a dialog opens it */
  document.addEventListener("htmx:afterSwap", (event) => {
    document.getElementById(event.detail.target?.id)?.closest("dialog:not([open])")?.showModal();
  });

  /* toasts: go by themselves unless they ask for something, or someone is looking at them */
  const ageToasts = (place) => {
    for (const toast of place.querySelectorAll(".toast:not([data-stays], [data-ages])")) {
      toast.dataset.ages = "";
      const leave = () => toast.matches(":hover, :focus-within") ? setTimeout(leave, TOAST_MS / 4) : toast.remove();
      setTimeout(leave, TOAST_MS);
    }
  };
  const say = (text) => {
    const region = document.getElementById("toasts");
    if (!region || !text) return;
    const toast = document.createElement("div");
    toast.className = "toast is-problem";
    toast.textContent = text;
    region.append(toast);
    ageToasts(region);
  };
  document.addEventListener("htmx:afterSettle", () => ageToasts(document));
  document.addEventListener("htmx:oobAfterSwap", () => ageToasts(document));
  document.addEventListener("htmx:responseError", () => say(document.body.dataset.saysFailed));
  document.addEventListener("htmx:sendError", () => say(document.body.dataset.saysOffline));
})();
