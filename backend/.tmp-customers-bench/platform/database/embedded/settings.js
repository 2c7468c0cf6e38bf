/**
 * The settings of the embedded server as the text of a configuration file: sized for a small machine, reachable from
 * this machine alone, and a log that holds no customer data.
 */
export function serverSettings({ port, durable }) {
    return `# Written at every start of the product; changes here are lost.
port = ${String(port)}
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
shared_buffers = '256MB'
effective_cache_size = '1GB'
work_mem = '16MB'
maintenance_work_mem = '128MB'
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = off
log_error_verbosity = terse
log_min_error_statement = panic
fsync = ${durable ? 'on' : 'off'}
full_page_writes = ${durable ? 'on' : 'off'}
synchronous_commit = ${durable ? 'on' : 'off'}
`;
}
