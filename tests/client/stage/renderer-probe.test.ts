import { expect, test } from 'vitest';
import { rendererFor } from '../../../src/client/stage/renderer-probe.ts';

test.each([
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', 'canvas'],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', 'canvas'],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)', 'canvas'],
  ['ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11 vs_5_0 ps_5_0)', 'webgl'],
  ['Apple GPU', 'webgl'],
  ['Mali-G57', 'webgl'],
  [undefined, 'canvas'],
] as const)('%s draws with %s', (device, renderer) => {
  expect(rendererFor(device)).toBe(renderer);
});
