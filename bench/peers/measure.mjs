/** A row for one work: operations a second of processor time, since other work on the machine must not count. */
export async function measure(name, seconds, work) {
  const spent = start => {
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1e6;
  };
  for (const warm = process.cpuUsage(); spent(warm) < Math.min(1.5, seconds);) await work();
  let count = 0;
  const before = process.cpuUsage();
  while (spent(before) < seconds) {
    await work();
    count++;
  }
  console.log(`${name}\t${(count / spent(before)).toFixed(2)}/s`);
}
