export type RendererKind = 'webgl' | 'canvas';

/** Names under which graphics that a processor emulates call themselves. */
const EMULATED = /swiftshader|llvmpipe|softpipe|swrast|software|basic render|virgl|vmware svga/i;

/**
 * Chooses by the name of the graphics device: WebGL on a real one, canvas where WebGL is emulated (there
 * the canvas draws three to ten times as many frames) or absent.
 *
 * @param device Name that WebGL gives, or undefined when there is no WebGL.
 */
export function rendererFor(device: string | undefined): RendererKind {
  return device === undefined || EMULATED.test(device) ? 'canvas' : 'webgl';
}

/** Name of the graphics device, or undefined without WebGL. Leaves no context behind. */
export function graphicsDevice(): string | undefined {
  const canvas = document.createElement('canvas');
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  if (!gl) return undefined;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const device: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(device);
}

export function hasCanvas(): boolean {
  return document.createElement('canvas').getContext('2d') !== null;
}
