const PATIENCE_MS = 45_000;
/**
 * Ends the process in an orderly way on Ctrl+C, SIGTERM and a closed terminal: runs `close` once, whatever number of
 * signals arrives (a terminal and npm each send one), and exits with 0, or with 1 if it failed or took 45 seconds.
 */
export function stopOnSignals(close) {
    let closing = false;
    const end = (signal) => {
        if (closing)
            return;
        closing = true;
        setTimeout(() => process.exit(1), PATIENCE_MS).unref();
        close(signal).then(() => process.exit(0), (error) => {
            process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
            process.exit(1);
        });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(signal, end);
}
