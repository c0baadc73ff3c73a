// A file can be dropped anywhere on the form. Without this file it is chosen with the button.
const form = document.querySelector('form[data-drop]');
const input = form?.querySelector('input[type=file]');
if (form && input) {
  for (const kind of ['dragenter', 'dragover']) {
    form.addEventListener(kind, (event) => {
      if ([...event.dataTransfer.types].includes('Files')) event.preventDefault();
    });
  }
  form.addEventListener('drop', (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
