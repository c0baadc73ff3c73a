// A deadline is a local day: the form says in which zone. Without this file the installation's zone counts.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const input of document.querySelectorAll('input[data-zone]')) if (zone) input.value = zone;
