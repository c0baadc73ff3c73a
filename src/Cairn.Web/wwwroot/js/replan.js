// A GET form that answers as it is changed: <form data-replan>. Without this file its button does the same.
// The page is asked for again with X-Fragment: 1; every [data-fragment="name"] of the answer replaces its namesake here.
// Each answer replaces the older question, and the address always says what is shown.
// A filter, and a slider that is let go, is a step that Back undoes; a slider in the hand is one step however far it moves.
// An answer with [data-working] in it is not the last word: it is asked for again (X-Fragment: again) until it is.

const form = document.querySelector('form[data-replan]');
const status = document.querySelector('[data-replan-status]');
const quietMs = 80;
let asking;
let asked = location.href;
let shown = asked;
let waiting;
let inHand = false;
// The newest step of the history belongs to a slider that was still in the hand.
let moving = false;

// What says nothing is not part of an address.
function address(button) {
  const next = new URL(form.getAttribute('action') || location.pathname, location.href);
  next.search = new URLSearchParams([...new FormData(form, button)].filter(([, value]) => value !== '')).toString();
  return next;
}

function sayValue(input) {
  const share = (input.value - input.min) / (input.max - input.min) * 100;
  input.parentElement.querySelector('.track .done')?.setAttribute('width', share + '%');
  const output = form.querySelector(`output[for="${CSS.escape(input.id)}"]`);
  if (!output) return;
  const value = Number(input.value);
  const { unit, currency, start, any } = input.dataset;
  const language = document.documentElement.lang;
  // The end of such a slider is no limit at all.
  if (any && value >= Number(input.max)) output.value = any;
  else if (currency) output.value = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value);
  else if (start) {
    // A slider of weeks after a Monday.
    const day = new Date(start + 'T00:00:00Z');
    day.setUTCDate(day.getUTCDate() + 7 * value);
    // The day comes first, as the server writes it.
    output.value = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day);
  } else output.value = new Intl.NumberFormat(language).format(value) + (unit ? ' ' + unit : '');
  input.setAttribute('aria-valuetext', output.value);
}

// What is being moved stays in the hand: of its part only the tracks and the words around it change.
function mend(here, part) {
  const fresh = [...part.querySelectorAll('.slide')];
  [...here.querySelectorAll('.slide')].forEach((slide, i) => {
    for (const kind of ['.track', '.hint']) {
      const [old, next] = [slide.querySelector(kind), fresh[i]?.querySelector(kind)];
      if (old && next) old.replaceWith(next);
      else if (next) slide.append(next);
      else old?.remove();
    }
  });
}

// Fields outside the swapped parts say what the address says.
function say(page) {
  const said = page.querySelector('form[data-replan]');
  const own = (of) => [...of?.elements ?? []].filter((field) => field.name && !field.closest('[data-fragment]'));
  const fresh = own(said);
  for (const field of own(form)) {
    const next = fresh.find((other) => other.name === field.name && (other.type !== 'checkbox' && other.type !== 'radio' || other.value === field.value));
    if (field.type === 'hidden' && !next) field.remove();
    else if (next) [field.value, field.checked] = [next.value, next.checked];
  }
  for (const field of fresh.filter((other) => other.type === 'hidden' && !own(form).some((own) => own.name === other.name))) form.append(field.cloneNode());
}

function swap(answer, back) {
  const page = new DOMParser().parseFromString(answer, 'text/html');
  if (back) say(page);
  for (const part of page.querySelectorAll('[data-fragment]')) {
    const here = document.querySelector(`[data-fragment="${CSS.escape(part.dataset.fragment)}"]`);
    if (!here) continue;
    if (!back && here.contains(document.activeElement) && document.activeElement.type === 'range') mend(here, part);
    else if (here.contains(document.activeElement) && document.activeElement !== document.body) {
      const id = document.activeElement.id;
      here.replaceWith(part);
      if (id) document.getElementById(id)?.focus({ preventScroll: true });
    } else here.replaceWith(part);
  }
  const title = page.querySelector('title');
  if (title?.textContent) document.title = title.textContent;
  if (status) status.textContent = page.querySelector('[data-replan-said]')?.textContent ?? '';
}

function busy(yes) {
  for (const part of document.querySelectorAll('[data-fragment]')) part.setAttribute('aria-busy', String(yes));
}

async function ask(button) {
  const next = address(button);
  // Letting go of a slider says again what moving it said.
  if (next.href === asked) return;
  asked = next.href;
  busy(true);
  await show(next, '1');
}

// How an answer enters the history: as a new step, in place of the step of a moving slider, or not at all.
function remember(next) {
  if (next.href === location.href) return;
  history[moving ? 'replaceState' : 'pushState'](null, '', next);
  moving = inHand;
}

async function show(next, question, back = false) {
  asking?.abort();
  const mine = asking = new AbortController();
  try {
    const answer = await fetch(next, { signal: mine.signal, headers: { 'X-Fragment': question, Accept: 'text/html' } });
    // Anything but an answer to this question is for the browser to show.
    if (!answer.ok || answer.redirected) return location.assign(next);
    swap(await answer.text(), back);
    shown = next.href;
    remember(next);
    if (document.querySelector('[data-working]')) setTimeout(() => asking === mine && show(next, 'again'));
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(next);
  } finally {
    if (asking === mine) busy(false);
  }
}

function soon(button) {
  clearTimeout(waiting);
  waiting = setTimeout(() => ask(button), quietMs);
}

if (form) {
  form.addEventListener('input', (event) => {
    if (event.target.type === 'range') {
      sayValue(event.target);
      inHand = true;
    }
    if (['range', 'checkbox', 'radio', 'select-one'].includes(event.target.type)) soon();
  });
  form.addEventListener('change', () => {
    inHand = false;
    if (address().href === shown) moving = false;
    soon();
  });
  form.addEventListener('submit', (event) => {
    // A button that changes something is sent as it is.
    if (event.submitter?.formMethod === 'post') return;
    event.preventDefault();
    // A button may say something too: "allow $268".
    soon(event.submitter);
  });
  window.addEventListener('popstate', () => {
    const bare = (address) => address.split('#')[0];
    // A link within the page is a step too, and shows nothing else.
    if (bare(location.href) === bare(asked)) return;
    clearTimeout(waiting);
    moving = inHand = false;
    asked = location.href;
    busy(true);
    show(new URL(location.href), '1', true);
  });
  if (document.querySelector('[data-working]')) show(new URL(location.href), 'again');
}
