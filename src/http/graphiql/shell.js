// Runs in the browser: takes a key, keeps it only in this closure, and starts GraphiQL with it. GraphiQL is large, so it is
// loaded from this hub only after the key is accepted.
(() => {
  const files = document.currentScript.dataset.files;
  const endpoint = '/graphql';
  const form = document.getElementById('key-form');
  const input = document.getElementById('key');
  const forget = document.getElementById('forget');
  const note = document.getElementById('note');
  let key = '';

  // GraphiQL stores tabs and history in the browser and the query in the URL. On a shared computer neither should remain.
  const kept = new Map();
  const inMemory = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, String(value)),
    removeItem: (name) => kept.delete(name),
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
  Object.defineProperty(window, 'localStorage', { value: inMemory });
  history.replaceState = () => undefined;

  const fetchAsIs = window.fetch.bind(window);
  window.fetch = (target, init = {}) => {
    const url = new URL(target instanceof Request ? target.url : target, location.href);
    if (url.origin !== location.origin || url.pathname !== endpoint) return fetchAsIs(target, init);
    const headers = new Headers(init.headers ?? (target instanceof Request ? target.headers : {}));
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${key}`);
    return fetchAsIs(target, { ...init, headers });
  };

  const workers = {
    editorWorkerService: `${files}/editor-worker.js`,
    json: `${files}/json-worker.js`,
    graphql: `${files}/graphql-worker.js`,
  };
  window.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => workers[label] };

  const load = (name, properties) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(name), properties);
      element.onload = resolve;
      element.onerror = () => reject(new Error('The hub did not send the explorer. Try again in a minute.'));
      document.head.append(element);
    });

  /** Whether the hub accepts this key. */
  const isAccepted = async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await window.fetch(endpoint, { method: 'POST', body, headers });
    return response.status !== 401;
  };

  const start = async () => {
    if (!(await isAccepted())) throw new Error('The hub does not know this key.');
    await load('link', { rel: 'stylesheet', href: `${files}/graphiql.css` });
    await load('script', { src: `${files}/graphiql.js` });
    window.YogaGraphiQL.renderYogaGraphiQL(document.getElementById('explorer'), {
      endpoint,
      title: 'Tocsin',
      shouldPersistHeaders: false,
      defaultQuery: '{\n  me {\n    role\n    member {\n      name\n    }\n  }\n}\n',
    });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    key = input.value.trim();
    input.value = '';
    note.textContent = 'One moment: the explorer is on its way.';
    start().then(
      () => {
        note.textContent = 'The key stays in the memory of this page.';
        for (const each of form.querySelectorAll('label, input, [type=submit]')) each.hidden = true;
        forget.hidden = false;
      },
      (error) => {
        key = '';
        note.textContent = error.message;
      },
    );
  });
  forget.addEventListener('click', () => location.reload());
})();
