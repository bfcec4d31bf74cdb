// Builds only the parts of Phaser that the stage draws with. In development the full package is used.
// The package offers no such entry and is not tree-shakable, so its sources are bundled from here.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ENTRY = '\0phaser-slim';

/** Compile-time switches of Phaser; Vite's `define` cannot replace `typeof NAME`. */
const SWITCHES = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: true,
  WEBGL_DEBUG: false,
  EXPERIMENTAL: false,
  FEATURE_SOUND: false,
  PLUGIN_3D: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

/**
 * Needed only for their side effects, in this order: the renderer breaks a cycle, the rest register
 * themselves as parts of a scene. A scene without input, loader, clock and data works; without one of
 * these it draws nothing and says so only in the console.
 */
const CORE = [
  'renderer/webgl/WebGLRenderer',
  'events/EventEmitter',
  'scene/ScenePlugin',
  'gameobjects/DisplayList',
  'gameobjects/UpdateList',
  'gameobjects/GameObjectCreator',
  'gameobjects/GameObjectFactory',
  'tweens/TweenManager',
  'cameras/2d/CameraManager',
  'gameobjects/image/ImageFactory',
  'gameobjects/graphics/GraphicsFactory',
  'gameobjects/container/ContainerFactory',
];

/** What the stage may name of `phaser`; grows with the stage, and a missing name fails the build. */
const NAMES = {
  Game: 'core/Game',
  Scene: 'scene/Scene',
};
/** Numbers of the package's constants. */
const CONSTANTS = { CANVAS: 1, WEBGL: 2 };
const GROUPS = { Scale: '{ NONE: 0 }' };

function entryCode(source) {
  const path = (name) => JSON.stringify(source + name);
  return [
    ...CORE.map((name) => `import ${path(name)};`),
    ...Object.entries(NAMES).map(([name, file]) => `export { default as ${name} } from ${path(file)};`),
    ...Object.entries(CONSTANTS).map(([name, value]) => `export const ${name} = ${value};`),
    ...Object.entries(GROUPS).map(([name, value]) => `export const ${name} = ${value};`),
  ].join('\n');
}

const EMPTY = 'module.exports = {};';
const NOTHING = 'module.exports = function () {};';
/** Has the few methods that are called on it while a game starts and ends. */
const IDLE =
  'function Idle() {} Idle.prototype = { destroy() {}, setOrigin() { return this; } }; module.exports = Idle;';
const STILL_CAMERA = `function Still() {}
Still.prototype = { reset() {}, update() {}, preRender() {}, postRenderCanvas() {}, postRenderWebGL() { return false; }, destroy() {} };
module.exports = Still;`;

/** Parts that the stage never reaches at run time, and what stands in for them. */
const REPLACED = new Map([
  // Of all mathematics only the seeded generator is used, by the game's configuration.
  ['math/index.js', "exports.RandomDataGenerator = require('./random-data-generator/RandomDataGenerator');"],
  ['input/InputManager.js', IDLE],
  ['animations/AnimationManager.js', IDLE],
  ['gameobjects/tilesprite/TileSprite.js', IDLE],
  ['textures/DynamicTexture.js', NOTHING],
  ['core/DebugHeader.js', NOTHING],
  ['renderer/webgl/renderNodes/BatchHandlerPointLight.js', NOTHING],
  ['renderer/webgl/renderNodes/BatchHandlerTileSprite.js', NOTHING],
  ['renderer/webgl/renderNodes/BatchHandlerStrip.js', NOTHING],
  ['renderer/webgl/renderNodes/DynamicTextureHandler.js', NOTHING],
  ['renderer/webgl/renderNodes/ShaderQuad.js', NOTHING],
  ['renderer/webgl/renderNodes/submitter/SubmitterMeshToQuad.js', NOTHING],
  ['renderer/webgl/renderNodes/submitter/SubmitterSpriteGPULayer.js', NOTHING],
  ['renderer/webgl/renderNodes/submitter/SubmitterTile.js', NOTHING],
  ['renderer/webgl/renderNodes/submitter/SubmitterTilemapGPULayer.js', NOTHING],
  ['renderer/webgl/renderNodes/submitter/SubmitterTileSprite.js', NOTHING],
  ['renderer/webgl/renderNodes/texturer/TexturerTileSprite.js', NOTHING],
  ['renderer/webgl/renderNodes/transformer/TransformerTile.js', NOTHING],
  ['renderer/webgl/renderNodes/transformer/TransformerTileSprite.js', NOTHING],
  ['gameobjects/components/PathFollower.js', EMPTY],
  // Lists of everything there is; what the stage needs is required by name.
  ['renderer/webgl/shaders/index.js', EMPTY],
  ['renderer/webgl/renderNodes/index.js', EMPTY],
  ['renderer/webgl/wrappers/index.js', EMPTY],
  ['renderer/snapshot/index.js', EMPTY],
  ['renderer/snapshot/WebGLSnapshot.js', NOTHING],
  ['renderer/snapshot/CanvasSnapshot.js', NOTHING],
  ...[
    'KTXParser',
    'PCT',
    'PCTDecode',
    'PVRParser',
    'AtlasXML',
    'UnityYAML',
    'SpriteSheet',
    'SpriteSheetFromAtlas',
  ].map((name) => [`textures/parsers/${name}.js`, NOTHING]),
]);
const REPLACED_FOLDERS = [
  ['filters/', NOTHING],
  ['renderer/webgl/renderNodes/filters/', NOTHING],
  ['cameras/2d/effects/', STILL_CAMERA],
];

function standIn(file) {
  if (REPLACED.has(file)) return REPLACED.get(file);
  if (file.endsWith('/index.js')) return undefined;
  return REPLACED_FOLDERS.find(([folder]) => file.startsWith(folder))?.[1];
}

/** Vite plugin: in builds, `phaser` means the parts above. Types and development keep the whole package. */
export function slimPhaser() {
  const main = createRequire(import.meta.url).resolve('phaser');
  // Vite writes paths with slashes on every system.
  const source = join(dirname(main), '..', 'src', '/').replaceAll('\\', '/');
  const isSource = (id) => id.startsWith(source);
  return {
    name: 'slim-phaser',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ define: { global: 'globalThis' } }),
    buildStart() {
      const lost = [...REPLACED.keys()].filter((file) => !existsSync(source + file));
      if (lost.length > 0)
        this.error(`Phaser has moved files; adapt scripts/vite/slim-phaser.mjs: ${lost.join(', ')}`);
    },
    async resolveId(id, importer) {
      if (id === 'phaser') return ENTRY;
      if (importer === ENTRY) return this.resolve(id, undefined, { skipSelf: true });
      return undefined;
    },
    load(id) {
      if (id === ENTRY) return entryCode(source);
      return isSource(id) ? standIn(id.slice(source.length)) : undefined;
    },
    transform(code, id) {
      if (!isSource(id) || !code.includes('typeof ')) return undefined;
      const next = code.replace(/typeof ([A-Z][A-Z_0-9]+)\b/g, (match, name) =>
        name in SWITCHES ? String(SWITCHES[name]) : match,
      );
      return next === code ? undefined : { code: next, map: null };
    },
  };
}
