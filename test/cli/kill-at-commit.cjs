// Loaded before the command: kills the process at one of its commits, before it is done or right after.
const { DatabaseSync } = require('node:sqlite');

const { exec } = DatabaseSync.prototype;
const at = Number(process.env.KILL_AT_COMMIT);
let commits = 0;

DatabaseSync.prototype.exec = function (sql) {
  if (sql !== 'COMMIT') return exec.call(this, sql);
  commits += 1;
  if (commits === at && process.env.KILL_WHEN === 'before') process.kill(process.pid, process.env.KILL_SIGNAL);
  const answer = exec.call(this, sql);
  if (commits === at && process.env.KILL_WHEN === 'after') process.kill(process.pid, process.env.KILL_SIGNAL);
  return answer;
};
