// Runs once, in an empty database: OpenIM's own user, who may read and write its database and nothing else.
db.getSiblingDB('openim_v3').createUser({
  user: 'openIM',
  pwd: process.env.OPENIM_PASSWORD,
  roles: [{ role: 'readWrite', db: 'openim_v3' }],
});
