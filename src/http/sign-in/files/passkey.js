// The script of the hub's pages that sign in: asks the browser for a passkey when a form that needs one is sent, and sends the form
// with the answer. Without it the page says what is missing.
/* global SimpleWebAuthnBrowser */
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const said = form.querySelector('[data-said]');
  const button = form.querySelector('button[type="submit"]');
  const answer = form.elements.namedItem('passkey');
  let isAsking = false;

  const tell = (text) => {
    said.textContent = text;
    said.hidden = text === '';
  };

  const ask = async () => {
    const options = JSON.parse(form.dataset.options);
    if (form.dataset.passkey === 'get')
      return SimpleWebAuthnBrowser.startAuthentication({ optionsJSON: options });
    const name = form.elements.namedItem('name')?.value;
    const handle = form.elements.namedItem('handle')?.value;
    if (name) options.user.displayName = name;
    if (handle) options.user.name = handle;
    return SimpleWebAuthnBrowser.startRegistration({ optionsJSON: options });
  };

  form.addEventListener('submit', async (event) => {
    if (answer.value !== '') return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    button.disabled = true;
    tell('');
    try {
      answer.value = JSON.stringify(await ask());
      form.submit();
    } catch (error) {
      const isNotAllowed = error?.name === 'NotAllowedError';
      const isKnown = error?.name === 'InvalidStateError';
      tell(isKnown ? form.dataset.known : isNotAllowed ? form.dataset.refused : form.dataset.failed);
      said.focus();
      isAsking = false;
      button.disabled = false;
    }
  });
  if (!SimpleWebAuthnBrowser.browserSupportsWebAuthn()) tell(form.dataset.failed);
}
