// Joins the report and its ledger. Without it the page is complete: marks, numbers, links and cards are there.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = matchMedia("(max-width: 59.99rem)");
  const help = one(".help"), peek = one(".peek");

  // A statement's key ("2-14": sheet and number) ties its card to its bars and to the words in the text.
  const parts = new Map(), order = [];
  const keysOf = (element) => element.dataset.s.split(" ");
  for (const element of all("[data-s]")) {
    for (const key of keysOf(element)) {
      if (!parts.has(key)) parts.set(key, []);
      parts.get(key).push(element);
    }
  }
  // Words that say to whom, how, when or why; they answer to no pointer, but show which statement they are about.
  const asides = new Map();
  for (const element of all("[data-c]")) {
    for (const key of element.dataset.c.split(" ")) {
      if (!asides.has(key)) asides.set(key, []);
      asides.get(key).push(element);
    }
  }
  const cards = new Map();
  for (const card of all(".card")) {
    cards.set(card.dataset.s, card);
    order.push(card.dataset.s);
  }
  const paint = (key, name, on) => {
    for (const part of parts.get(key) ?? []) part.classList.toggle(name, on);
    for (const part of asides.get(key) ?? []) part.classList.toggle(`near-${name}`, on);
  };

  // Pointing
  let lit = null, chosen = null, settled = false;
  const light = (key) => {
    if (key === lit) return;
    if (lit) paint(lit, "lit", false);
    if (key) paint(key, "lit", true);
    lit = key;
  };

  const glide = (scroller, top) => scroller.scrollTo({ top, behavior: calm.matches || !settled ? "auto" : "smooth" });
  const showInReport = (key) => {
    const words = parts.get(key).find((part) => part.matches(".seg.content")) ?? parts.get(key).find((part) => part.matches(".seg"));
    if (!words) return;
    const box = words.getBoundingClientRect();
    const bottom = innerHeight - (narrow.matches ? innerHeight * 0.42 : 40);
    if (box.top < 60 || box.bottom > bottom) glide(window, scrollY + box.top - innerHeight * (narrow.matches ? 0.2 : 0.33));
  };
  const showInLedger = (key) => {
    const card = cards.get(key), ledger = card.closest(".ledger");
    const box = card.getBoundingClientRect(), frame = ledger.getBoundingClientRect();
    const head = one(".desk", ledger).offsetHeight + 12;
    if (box.top < frame.top + head || box.bottom > Math.min(frame.bottom, innerHeight) - 12) {
      glide(ledger, ledger.scrollTop + box.top - frame.top - Math.max(head, (frame.height - box.height) / 3));
    }
  };

  const choose = (key, { report = true, ledger = true } = {}) => {
    if (chosen) {
      paint(chosen, "on", false);
      cards.get(chosen).removeAttribute("aria-current");
    }
    chosen = key;
    peek.hidden = !key;
    document.body.classList.toggle("peeking", Boolean(key));
    if (!key) return;
    const card = cards.get(key);
    paint(key, "on", true);
    card.setAttribute("aria-current", "true");
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    one(".chosen", peek).replaceChildren(copy);
    // An address to pass on. It names no element, so that the browser does not scroll on its own as well.
    history.replaceState(null, "", "#s" + key);
    if (report) showInReport(key);
    if (ledger && !narrow.matches) showInLedger(key);
  };
  const step = (by) => {
    const visible = order.filter((key) => !cards.get(key).hidden);
    if (!visible.length) return;
    const at = visible.indexOf(chosen);
    choose(visible[at < 0 ? (by > 0 ? firstInView(visible) : visible.length - 1) : Math.min(Math.max(at + by, 0), visible.length - 1)]);
  };
  // Of several reports, begin with the one that is being read.
  const firstInView = (visible) => Math.max(0, visible.findIndex((key) => cards.get(key).closest(".sheet").getBoundingClientRect().bottom > innerHeight / 3));

  document.addEventListener("pointerover", (event) => {
    const part = event.target.closest?.("[data-s]");
    const keys = part ? keysOf(part).filter((key) => !cards.get(key).hidden) : [];
    light(keys.includes(chosen) ? chosen : keys[0] ?? null);
  });
  document.addEventListener("click", (event) => {
    const nest = event.target.closest("a.nest");
    if (nest && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      if (!cards.get(nest.dataset.s).hidden) choose(nest.dataset.s);
      return;
    }
    const part = event.target.closest("[data-s]");
    if (!part || part.closest(".peek") || !getSelection().isCollapsed) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const keys = keysOf(part).filter((key) => !cards.get(key).hidden);
    if (!keys.length) return;
    // The innermost statement first; again, the one around it.
    const key = keys[(keys.indexOf(chosen) + 1) % keys.length];
    const inLedger = part.matches(".card");
    if (event.target.closest("a")) event.preventDefault();
    choose(key, { report: inLedger, ledger: !inLedger });
    // A link that was followed by key leads on: from the ledger to the bar in the margin, and back.
    if (event.detail === 0 && event.target.closest("a")) (inLedger ? barOf(key) : linkOf(key))?.focus({ preventScroll: true });
  });
  const barOf = (key) => parts.get(key).find((part) => part.matches("a.bar"));
  const linkOf = (key) => one("a.place", cards.get(key));
  document.addEventListener("focusin", (event) => {
    const part = event.target.closest(".card, a.bar");
    if (part && !part.closest(".peek") && event.target.matches(":focus-visible")) choose(part.dataset.s, { ledger: !part.matches(".card") });
  });

  // Keys
  const letters = {
    j: () => step(1),
    k: () => step(-1),
    "?": () => help.showModal(),
    "/": () => {
      const sheet = (chosen && cards.get(chosen).closest(".sheet")) ?? all(".sheet").find((s) => s.getBoundingClientRect().bottom > innerHeight / 3);
      one(".words", sheet ?? document)?.focus();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const target = event.target, typing = target.matches("input, select, textarea");
    if (event.key === "Escape") {
      if (target.matches(".words") && target.value) {
        target.value = "";
        filter(target.closest(".sheet"));
      } else if (typing) target.blur();
      else choose(null);
    } else if (typing) return;
    else if (target.closest(".cards") && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      step(event.key === "ArrowDown" ? 1 : -1);
      linkOf(chosen)?.focus({ preventScroll: true });
    } else if (event.key === "Enter" && chosen && target === document.body) barOf(chosen)?.focus();
    else if (letters[event.key] && one(".single").checked) letters[event.key]();
    else return;
    event.preventDefault();
  });

  // Filters
  const filter = (sheet) => {
    const words = one(".words", sheet).value.trim().toLowerCase();
    const tier = one(".tier", sheet).value, who = one(".who", sheet).value;
    const listed = all(".card", sheet);
    for (const card of listed) {
      card.hidden = Boolean((tier && card.dataset.tier !== tier) || (who && card.dataset.who !== who) || (words && !card.textContent.toLowerCase().includes(words)));
    }
    for (const part of all(".seg[data-s], .bar", sheet)) part.classList.toggle("off", keysOf(part).every((key) => cards.get(key).hidden));
    const left = listed.filter((card) => !card.hidden).length;
    one(".shown", sheet).textContent = left === listed.length ? "" : `${left} of ${listed.length} shown`;
    if (chosen && cards.get(chosen).hidden) choose(null);
  };
  for (const controls of all(".filters")) controls.addEventListener("input", () => filter(controls.closest(".sheet")));

  // The margin: each bar beside the very lines of its words, in per cent so that print can keep them
  const lay = () => {
    const moves = [];
    for (const passage of all(".passage")) {
      const frame = one(".margin", passage)?.getBoundingClientRect();
      if (!frame) continue;
      const reach = new Map(), ends = [-1, -1, -1];
      for (const words of all(".seg.content", passage)) {
        const boxes = [...words.getClientRects()];
        for (const key of keysOf(words)) {
          const bar = parts.get(key).find((part) => part.matches(".bar") && passage.contains(part));
          if (!bar) continue;
          const [top, bottom] = reach.get(bar) ?? [Infinity, 0];
          reach.set(bar, [Math.min(top, ...boxes.map((box) => box.top)), Math.max(bottom, ...boxes.map((box) => box.bottom))]);
        }
      }
      for (const bar of all(".bar", passage)) {
        const [top, bottom] = reach.get(bar) ?? [frame.top, frame.bottom];
        const free = ends.findIndex((end) => end <= top + 2), lane = free < 0 ? 2 : free;
        ends[lane] = bottom;
        moves.push([bar, lane, (100 * (top - frame.top)) / frame.height, (100 * (bottom - top)) / frame.height]);
      }
    }
    for (const [bar, lane, top, height] of moves) {
      bar.classList.remove("lane0", "lane1", "lane2");
      bar.classList.add(`lane${lane}`);
      bar.style.top = `${top}%`;
      bar.style.height = `${height}%`;
    }
  };

  one(".ask").addEventListener("click", () => help.showModal());
  one(".close", help).addEventListener("click", () => help.close());
  one(".before", peek).addEventListener("click", () => step(-1));
  one(".after", peek).addEventListener("click", () => step(1));
  one(".close", peek).addEventListener("click", () => choose(null));

  document.documentElement.classList.add("js");
  lay();
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) {
      width = innerWidth;
      lay();
    }
  });
  addEventListener("load", () => {
    const named = location.hash.slice(2);
    if (/^#[cst]/.test(location.hash) && cards.has(named)) choose(named);
    settled = true;
  });
})();
