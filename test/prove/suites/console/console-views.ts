// Every view of the console in every look and size, in a world of hostile texts.
import { brokenIn, englishIn, LOOKS, SIZES, violationsIn } from '../../../support/console/sound-looks.ts';
import type { View } from '../../../support/console/sound-views.ts';
import { openSoundWorld, type SoundWorld } from '../../../support/console/sound-world.ts';
import type { Suite } from '../../suite.ts';

type Theme = {
  readonly name: string;
  readonly of: (world: SoundWorld) => readonly View[];
  readonly look: (world: SoundWorld, views: readonly View[]) => Promise<string[]>;
};

const [SMALL] = SIZES;

const THEMES: readonly Theme[] = [
  ...LOOKS.map(
    (look): Theme => ({
      name: `axe in ${look.theme}, ${look.language}`,
      of: ({ views }) => views,
      look: (world, views) => violationsIn(world, views, look),
    }),
  ),
  ...SIZES.map(
    (size): Theme => ({
      name: `${size.width} × ${size.height}`,
      of: ({ views }) => views,
      look: (world, views) => brokenIn(world, views, size),
    }),
  ),
  {
    name: 'English of the hub, marked',
    of: ({ views }) => views,
    look: async (world, views) => (await englishIn(world, views)).unmarked,
  },
  {
    name: 'each hostile text',
    of: ({ ids, viewOf }) => ids.flatMap((id) => [viewOf(`/warning/${id}`), viewOf(`/board/${id}`)]),
    look: (world, views) => brokenIn(world, views, SMALL),
  },
];

export const suite: Suite = {
  id: 'console-views',
  promise:
    'No view has a violation of WCAG 2.2 AA that axe knows, in light, dark, high contrast and Arabic, or is wider than its window at three sizes and at 200 %; of sixty hostile texts none runs or leads elsewhere. What is folded is opened first. What the hub says in English is marked so in every view.',
  chunks: THEMES.length,
  runChunk: async ({ chunk, say }) => {
    const theme = THEMES[chunk];
    if (theme === undefined) throw new Error(`there is no theme ${chunk}`);
    const world = await openSoundWorld();
    try {
      const views = theme.of(world);
      const failures = await theme.look(world, views);
      say(`${theme.name}: ${views.length} views, ${failures.length} failures`);
      return { counted: views.length, failures };
    } finally {
      await world.close();
    }
  },
};
