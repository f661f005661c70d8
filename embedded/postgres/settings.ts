import { existsSync } from 'node:fs';

export const SUPERUSER = 'openim';
export const DATABASE = 'postgres';

/** The file name of the socket is `.s.PGSQL.<port>`; it is the only thing that Postgres listens on. */
const SOCKET_PORT = 5432;

/**
 * The cluster, as Postgres is told of it: the folder that it is started in. The kernel enters that folder before the
 * process gives up root's rights, and Linux leads /proc/self/cwd there whatever lies above: so a checkout in
 * root's home works, and no length, space or script of the path can matter to Postgres.
 */
export const HERE = existsSync('/proc/self/cwd') ? '/proc/self/cwd' : '.';

/** Everything is as durable as by default; memory and processes are fit for a laptop with other things to do. */
export function settingsFor({ socketFolder, marker }: { socketFolder: string; marker: string }): readonly string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder}"`,
    unix_socket_permissions: '0700',
    port: SOCKET_PORT,
    cluster_name: marker,
    timezone: 'UTC',

    max_connections: 60,
    shared_buffers: '64MB',
    max_wal_size: '256MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_parallel_workers_per_gather: 0,
    io_method: 'sync',
    jit: 'off',

    // Errors of statements go to whoever sent them; here they would spill values of rows into the log.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '',
    log_checkpoints: 'off',
    log_destination: 'stderr',
    logging_collector: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
