// For mongosh: begins the replica set, or adds the members it lacks, and makes the hub's own user, which may
// read, write and migrate the database `tocsin` only. May be run again at any time.
const members = process.env.MEMBERS.split(',');
const root = `root:${encodeURIComponent(process.env.ROOT_PASSWORD)}`;
const direct = connect(`mongodb://${root}@${members[0]}/admin?directConnection=true`);

try {
  direct.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  direct.adminCommand({ replSetInitiate: { _id: 'tocsin', members: [{ _id: 0, host: members[0] }] } });
}

// From here on by the set, so that whichever member leads is found.
const admin = connect(
  `mongodb://${root}@${members.join(',')}/admin?replicaSet=tocsin&serverSelectionTimeoutMS=60000`,
);

for (const host of members) {
  const { config } = admin.adminCommand({ replSetGetConfig: 1 });
  if (config.members.some((member) => member.host === host)) continue;
  const _id = Math.max(...config.members.map((member) => member._id)) + 1;
  // One at a time: a reconfiguration may add one voter.
  admin.adminCommand({
    replSetReconfig: { ...config, version: config.version + 1, members: [...config.members, { _id, host }] },
  });
  print(`added ${host}`);
}

const tocsin = admin.getSiblingDB('tocsin');
// Migrations change what collections refuse; readWrite alone may not.
const privileges = [{ resource: { db: 'tocsin', collection: '' }, actions: ['collMod'] }];
if (!tocsin.getRole('migrates')) tocsin.createRole({ role: 'migrates', privileges, roles: [] });
const roles = ['readWrite', 'migrates'].map((role) => ({ role, db: 'tocsin' }));
if (tocsin.getUser('tocsin')) tocsin.updateUser('tocsin', { pwd: process.env.TOCSIN_PASSWORD, roles });
else tocsin.createUser({ user: 'tocsin', pwd: process.env.TOCSIN_PASSWORD, roles });
print(`the set stands: ${members.join(', ')}`);
