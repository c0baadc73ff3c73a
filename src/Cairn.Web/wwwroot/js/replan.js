// A GET form that answers as it is changed: <form data-replan>. Without this file its button does the same.
// The page is asked for again with X-Fragment: 1; every [data-fragment="name"] of the answer replaces its namesake here.
// Each answer replaces the older question, and the address always says what is shown.

const form = document.querySelector('form[data-replan]');
const status = document.querySelector('[data-replan-status]');
const quietMs = 80;
let asking;
let asked = location.href;
let waiting;

function address(button) {
  const next = new URL(form.getAttribute('action') || location.pathname, location.href);
  next.search = new URLSearchParams(new FormData(form, button)).toString();
  return next;
}

function sayValue(input) {
  const share = (input.value - input.min) / (input.max - input.min) * 100;
  input.parentElement.querySelector('.track .done')?.setAttribute('width', share + '%');
  const output = form.querySelector(`output[for="${CSS.escape(input.id)}"]`);
  if (!output) return;
  const value = Number(input.value);
  const { unit, currency, start } = input.dataset;
  const language = document.documentElement.lang;
  if (currency) output.value = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value);
  else if (start) {
    // A slider of weeks after a Monday.
    const day = new Date(start + 'T00:00:00Z');
    day.setUTCDate(day.getUTCDate() + 7 * value);
    // The day comes first, as the server writes it.
    output.value = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day);
  } else output.value = new Intl.NumberFormat(language).format(value) + (unit ? ' ' + unit : '');
  input.setAttribute('aria-valuetext', output.value);
}

function swap(answer) {
  const page = new DOMParser().parseFromString(answer, 'text/html');
  for (const part of page.querySelectorAll('[data-fragment]')) {
    const here = document.querySelector(`[data-fragment="${CSS.escape(part.dataset.fragment)}"]`);
    if (!here) continue;
    // What is being moved keeps its place: a control that has the focus is not replaced.
    if (here.contains(document.activeElement) && document.activeElement !== document.body) {
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
  asking?.abort();
  const mine = asking = new AbortController();
  busy(true);
  try {
    const answer = await fetch(next, { signal: mine.signal, headers: { 'X-Fragment': '1', Accept: 'text/html' } });
    // Anything but an answer to this question is for the browser to show.
    if (!answer.ok || answer.redirected) return location.assign(next);
    swap(await answer.text());
    history.replaceState(null, '', next);
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
    if (event.target.type === 'range') sayValue(event.target);
    if (['range', 'checkbox', 'radio', 'select-one'].includes(event.target.type)) soon();
  });
  form.addEventListener('change', () => soon());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // A button may say something too: "allow $268".
    soon(event.submitter);
  });
}
