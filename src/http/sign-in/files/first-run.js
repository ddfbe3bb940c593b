// Takes the token of a link out of the address, where no server and no history keeps it, and sends it once.
const form = document.querySelector('form[data-first-run]');
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
if (form !== null && token !== '') {
  form.elements.namedItem('link').value = token;
  form.submit();
}
