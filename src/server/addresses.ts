import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/**
 * Where others in the same network reach a port of this machine. Addresses of home and school networks come
 * first; those of virtual machines and tunnels, which no phone reaches, come last.
 */
export function reachableAt(
  port: number,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): readonly string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses]) =>
      (addresses ?? [])
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ address, rank: rankOf(name, address) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => `http://${address}:${port}`);
}

function rankOf(name: string, address: string): number {
  if (/^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|zt|tailscale)/i.test(name)) return 3;
  // Given by a machine to itself where no network gave it one.
  if (address.startsWith('169.254.')) return 2;
  return /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 0 : 1;
}
