import { describe, expect, it } from "vitest";
import { freshToken, hashesOf, isToken, tokenOf } from "../../../src/fielding/token.ts";

describe("a token", () => {
  it("has 128 bits in 22 characters that stand in an address as they are", () => {
    const drawn = Array.from({ length: 500 }, freshToken);
    expect(new Set(drawn).size).toBe(500);
    for (const token of drawn) {
      expect(isToken(token)).toBe(true);
      expect(Buffer.from(token, "base64url")).toHaveLength(16);
      expect(encodeURIComponent(token)).toBe(token);
    }
  });

  it("is the same for the same invitation, and another for any other", () => {
    const one = tokenOf("secret", "wave", "person");
    expect(tokenOf("secret", "wave", "person")).toBe(one);
    expect(isToken(one)).toBe(true);
    const others = [
      tokenOf("Secret", "wave", "person"),
      tokenOf("secret", "wave2", "person"),
      tokenOf("secret", "wave", "person2"),
    ];
    expect(new Set([one, ...others]).size).toBe(4);
  });

  it("is HMAC-SHA256, so another program can make it", () => {
    // printf 'wave/person' | openssl dgst -sha256 -hmac secret -binary | head -c 16 | basenc --base64url
    expect(tokenOf("secret", "wave", "person")).toBe("6-HwsBZaSoq7LVo6quEctA");
  });

  it.each([
    "",
    "x",
    "x".repeat(22),
    `${"A".repeat(21)}B`,
    `${"A".repeat(22)}A`,
    "A".repeat(20) + "/A",
  ])("is not %j", (text) => {
    expect(isToken(text)).toBe(false);
  });

  it("is stored as two hashes that have nothing in common", () => {
    const token = freshToken();
    const { invitation, response } = hashesOf(token);
    expect(hashesOf(token)).toEqual({ invitation, response });
    for (const hash of [invitation, response]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(invitation).not.toBe(response);
    expect(invitation + response).not.toContain(token);
  });
});
