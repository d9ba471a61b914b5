/** CPU time of this thread in ms that the least of `rounds` runs of `work` took: unlike wall time it does not see a busy machine. */
export function leastCpuMs(work: () => void, rounds = 1): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
