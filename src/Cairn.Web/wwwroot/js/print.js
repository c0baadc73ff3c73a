// Buttons that print. Without this file they stay hidden: the browser's own menu prints the same page.
function show() {
  for (const button of document.querySelectorAll('[data-print][hidden]')) button.hidden = false;
}
show();
// Parts of a page are swapped in; their buttons come hidden again.
new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) print();
});
