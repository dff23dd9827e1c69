/** DATABASE_URL as postgres.js wants it. It does not know libpq's ways to name a Unix socket. */
import type { Options } from "postgres";

type Address = Pick<
  Options<Record<string, never>>,
  "host" | "port" | "username" | "password" | "database"
>;

/** Undefined where postgres.js reads the address rightly itself. */
export function socketAddress(address: string): Address | undefined {
  const { hostname, port, username, password, pathname, searchParams } = new URL(address);
  const folder = hostname === "" ? searchParams.get("host") : decodeURIComponent(hostname);
  if (!folder?.startsWith("/")) return undefined;
  const user = username || searchParams.get("user") || "";
  const secret = decodeURIComponent(password) || searchParams.get("password") || "";
  return {
    host: folder,
    port: Number(port || searchParams.get("port") || 5432),
    database: decodeURIComponent(pathname.slice(1)),
    ...(user === "" ? {} : { username: decodeURIComponent(user) }),
    ...(secret === "" ? {} : { password: secret }),
  };
}
