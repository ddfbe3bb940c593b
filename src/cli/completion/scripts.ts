// Completion scripts for bash, zsh and fish. They hold every word, so that completing starts no process.
import type { CommandTree, CompletedOption, Place, Word } from './command-tree.ts';

/** For a shell's single quotes: a quote ends them, is written escaped, and begins them again. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const stepsOf = ({ steps }: CommandTree): string[] =>
  steps.map(({ from, word, to }) => `      ${quoted(`${from}/${word}`)}) place=${quoted(to)} ;;`);

const valuesOf = (places: readonly Place[], lineOf: (values: readonly string[]) => string): string[] =>
  places.flatMap(({ place, options }) =>
    options.flatMap(({ word, short, takesValue, values }) => {
      if (!takesValue) return [];
      const names = [word, ...(short === null ? [] : [short])].map((name) => quoted(`${place}/${name}`));
      return [`    ${names.join('|')}) ${lineOf(values)} ;;`];
    }),
  );

export const bashScript = (
  tree: CommandTree,
): string => `# bash completion for tocsin: source it, or put it into
# ~/.local/share/bash-completion/completions/tocsin
_tocsin() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" place='' word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$place/$word" in
${stepsOf(tree).join('\n')}
    esac
  done
  case "$place/$prev" in
${valuesOf(tree.places, (values) =>
  values.length === 0
    ? 'COMPREPLY=($(compgen -f -- "$cur")); return'
    : `COMPREPLY=($(compgen -W ${quoted(values.join(' '))} -- "$cur")); return`,
).join('\n')}
  esac
  case "$place" in
${tree.places.map((each) => `    ${quoted(each.place)}) ${bashWords(each)} ;;`).join('\n')}
  esac
}
complete -F _tocsin tocsin
`;

const bashWords = ({ words, options, takesFile }: Place): string => {
  const flags = options.flatMap(({ word, short }) => [word, ...(short === null ? [] : [short])]);
  const plain = [
    ...(words.length === 0
      ? []
      : [`COMPREPLY=($(compgen -W ${quoted(words.map(({ word }) => word).join(' '))} -- "$cur"))`]),
    ...(takesFile ? ['COMPREPLY+=($(compgen -f -- "$cur"))'] : []),
  ];
  const others = plain.length === 0 ? ':' : plain.join('; ');
  return `if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W ${quoted(flags.join(' '))} -- "$cur")); else ${others}; fi`;
};

export const zshScript = (tree: CommandTree): string => `#compdef tocsin
# zsh completion for tocsin: put it as _tocsin into a folder of $fpath, or source it after compinit
_tocsin() {
  local cur="\${words[CURRENT]}" prev="\${words[CURRENT-1]}" place='' word
  local -a found
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$place/$word" in
${stepsOf(tree).join('\n')}
    esac
  done
  case "$place/$prev" in
${valuesOf(tree.places, (values) =>
  values.length === 0 ? '_files; return' : `compadd -- ${values.map(quoted).join(' ')}; return`,
).join('\n')}
  esac
  case "$place" in
${tree.places.map((each) => `    ${quoted(each.place)}) ${zshWords(each)} ;;`).join('\n')}
  esac
}
if [[ "\${funcstack[1]:-}" == _tocsin ]]; then _tocsin "$@"; else compdef _tocsin tocsin; fi
`;

/** `word:about`, where a colon in the word is escaped. */
const described = ({ word, about }: Word): string => quoted(`${word.replaceAll(':', '\\:')}:${about}`);

const zshWords = ({ words, options, takesFile }: Place): string => {
  const plain = [
    ...(words.length === 0 ? [] : [`found=(${words.map(described).join(' ')}); _describe command found`]),
    ...(takesFile ? ['_files'] : []),
  ];
  const others = plain.length === 0 ? ':' : plain.join('; ');
  return `if [[ "$cur" == -* ]]; then found=(${options.map(described).join(' ')}); _describe option found; else ${others}; fi`;
};

export const fishScript = (tree: CommandTree): string => `# fish completion for tocsin: put it into
# ~/.config/fish/completions/tocsin.fish
function __tocsin_place
  set -l place ''
  for word in (commandline -opc)[2..-1]
    switch "$place/$word"
${tree.steps.map(({ from, word, to }) => `      case ${quoted(`${from}/${word}`)}\n        set place ${quoted(to)}`).join('\n')}
    end
  end
  echo -- "$place"
end
function __tocsin_at
  test (__tocsin_place) = "$argv[1]"
end
complete -c tocsin -f
${tree.places.flatMap(fishWords).join('\n')}
`;

const fishWords = ({ place, words, options, takesFile }: Place): string[] => {
  const here = `complete -c tocsin -n ${quoted(`__tocsin_at "${place}"`)}`;
  return [
    ...words.map(({ word, about }) => `${here} -a ${quoted(word)} -d ${quoted(about)}`),
    ...options.map((option) => `${here} ${fishOption(option)} -d ${quoted(option.about)}`),
    ...(takesFile ? [`${here} -F`] : []),
  ];
};

const fishOption = ({ word, short, takesValue, values }: CompletedOption): string =>
  [
    word.startsWith('--') ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`,
    ...(short === null ? [] : [`-s ${short.slice(1)}`]),
    ...(takesValue ? [values.length === 0 ? '-rF' : `-xa ${quoted(values.join(' '))}`] : []),
  ].join(' ');
