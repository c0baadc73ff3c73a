// Suggestions under a text box: <input data-suggest="/suggest">. Without this file the box is a plain form field.
// GET ?q=… answers [{ label, detail, value | href }]. A suggestion with an address is followed; one with a value is filled in.

const quietMs = 120;

for (const input of document.querySelectorAll('input[data-suggest]')) combobox(input);

function combobox(input) {
  const box = document.createElement('div');
  box.className = 'combo';
  input.replaceWith(box);
  const list = document.createElement('ul');
  list.id = input.id + '-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  box.append(input, list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) {
    input.setAttribute(name, value);
  }

  let found = [];
  let at = -1;
  let waiting;
  let asking;

  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    list.replaceChildren();
    found = [];
    mark(-1);
    input.setAttribute('aria-expanded', 'false');
  };

  const mark = (index) => {
    at = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', list.children[at].id);
      list.children[at].scrollIntoView({ block: 'nearest' });
    }
  };

  const choose = (index) => {
    const chosen = found[index];
    close();
    if (chosen.href) location.assign(chosen.href);
    else {
      input.value = chosen.value ?? chosen.label;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };

  const show = (answer) => {
    found = answer;
    list.replaceChildren(...answer.map((item, i) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${i}`;
      option.setAttribute('role', 'option');
      option.append(item.label);
      if (item.detail) {
        const detail = document.createElement('span');
        detail.className = 'hint';
        detail.textContent = item.detail;
        option.append(detail);
      }
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => choose(i));
      return option;
    }));
    list.hidden = answer.length === 0;
    input.setAttribute('aria-expanded', String(answer.length > 0));
    mark(-1);
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const address = new URL(input.dataset.suggest, location.href);
    address.searchParams.set('q', input.value.trim());
    try {
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: 'application/json' } });
      if (answer.ok && document.activeElement === input) show(await answer.json());
    } catch {
      // Aborted, or no connection: the form still works.
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    if (input.value.trim().length < 2) close();
    else waiting = setTimeout(ask, quietMs);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const last = found.length - 1;
    if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'Enter' && at >= 0) choose(at);
    else if (event.key === 'ArrowDown' && last >= 0) mark(at === last ? 0 : at + 1);
    else if (event.key === 'ArrowUp' && last >= 0) mark(at <= 0 ? last : at - 1);
    else return;
    event.preventDefault();
  });
}
