/* The encoder of relplan's judge as a WebAssembly module: a small BERT with 8-bit weights.
 *
 * Built by build_encoder.py. No library, no import, no clock, no memory but its own. Integers inside the matrix
 * products, plain 32-bit floats around them: the same words give the same bits on every machine.
 * Licence: the same as relplan's.
 */
#include <stdint.h>
#include <wasm_simd128.h>

#define H 384
#define HEADS 12
#define HD 32
#define FF 1536
#define MAX_TOKENS 512
#define MAX_LENGTH 64
#define OUTPUTS 6
#define ACT_MAX 4095.0f
#define GELU_STEP 256
#define GELU_SIZE 4096

typedef struct {
  int16_t *weight; /* rows x columns, interleaved */
  const float *scale, *bias;
  int rows, columns;
} Linear;

typedef struct {
  Linear qkv, out, up, down;
  const float *norm1, *norm2; /* gain, then bias */
} Layer;

static Layer layers[12];
static int layer_count, vocabulary;
static const int8_t *words;
static const float *word_scale, *positions, *norm0, *head, *head_bias;
static float gelu[GELU_SIZE];

static float x[MAX_TOKENS * H], y[MAX_TOKENS * FF];
static int16_t q[MAX_TOKENS * FF] __attribute__((aligned(16)));
static float q_scale[MAX_TOKENS];
static int32_t ids[MAX_TOKENS], lengths[MAX_TOKENS];
static float result[MAX_TOKENS * OUTPUTS];

extern unsigned char __heap_base;
static uintptr_t top;

/* Room for `size` bytes, which the host fills before `setup`. */
__attribute__((export_name("reserve"))) void *reserve(int size) {
  if (!top) top = (uintptr_t)&__heap_base;
  uintptr_t at = (top + 63) & ~(uintptr_t)63;
  top = at + (uintptr_t)size;
  intptr_t missing = (intptr_t)(top + 65535) / 65536 - (intptr_t)__builtin_wasm_memory_size(0);
  if (missing > 0 && __builtin_wasm_memory_grow(0, missing) == (unsigned long)-1) __builtin_trap();
  return (void *)at;
}

__attribute__((export_name("ids_at"))) int32_t *ids_at(void) { return ids; }
__attribute__((export_name("lengths_at"))) int32_t *lengths_at(void) { return lengths; }
__attribute__((export_name("result_at"))) float *result_at(void) { return result; }

/* exp for arguments of at most 0, enough for a softmax and for the table of gelu. */
static float exp_(float a) {
  if (a < -80.0f) return 0.0f;
  float t = a * 1.44269504f;
  int n = (int)t - (t < 0.0f);
  float f = (t - (float)n) * 0.69314718f;
  float p = 1.0f + f * (1.0f + f * (0.5f + f * (0.16666667f + f * (0.041666667f + f * (0.0083333338f + f * 0.0013888889f)))));
  union { int32_t i; float f; } u = {(n + 127) << 23};
  return p * u.f;
}

/* x * Phi(x), by the rational approximation of erf in Abramowitz and Stegun, 7.1.26. */
static void fill_gelu(void) {
  for (int i = 0; i < GELU_SIZE; i++) {
    float v = (float)(i - GELU_SIZE / 2) / GELU_STEP, a = (v < 0 ? -v : v) * 0.70710678f;
    float t = 1.0f / (1.0f + 0.3275911f * a);
    float tail = t * (0.254829592f + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f)))) * exp_(-a * a);
    gelu[i] = v * (v < 0 ? 0.5f * tail : 1.0f - 0.5f * tail);
  }
}

static const int8_t *next_bytes;
static const float *next_floats;

static const float *floats(int count) {
  const float *at = next_floats;
  next_floats += count;
  return at;
}

static Linear linear(int rows, int columns) {
  Linear made = {reserve(rows * columns * 2), floats(rows), 0, rows, columns};
  made.bias = floats(rows);
  for (int r = 0; r < rows; r++) /* four rows interleaved, eight columns of each in turn */
    for (int i = 0; i < columns; i += 8)
      wasm_v128_store(made.weight + (r / 4 * columns + i) * 4 + r % 4 * 8, wasm_i16x8_load8x8(next_bytes + r * columns + i));
  next_bytes += rows * columns;
  return made;
}

/* Lay the model out: `bytes` holds the 8-bit weights, `floats` the scales, biases and norms, in the order read here. */
__attribute__((export_name("setup"))) void setup(const int8_t *bytes, const float *numbers, int count, int size) {
  next_bytes = bytes, next_floats = numbers, layer_count = count, vocabulary = size;
  words = next_bytes, next_bytes += size * H;
  word_scale = floats(size), positions = floats(MAX_LENGTH * H), norm0 = floats(2 * H);
  for (int i = 0; i < count; i++) {
    Layer *l = &layers[i];
    l->qkv = linear(3 * H, H), l->out = linear(H, H), l->norm1 = floats(2 * H);
    l->up = linear(FF, H), l->down = linear(H, FF), l->norm2 = floats(2 * H);
  }
  head = floats(OUTPUTS * H), head_bias = floats(OUTPUTS);
  fill_gelu();
}

/* Round each row of `from` to integers of at most ACT_MAX, its scale in q_scale; two rows interleaved, eight columns of each. */
static void quantise(const float *from, int rows, int columns) {
  for (int r = 0; r < rows; r++) {
    const float *a = from + r * columns;
    int16_t *b = q + r / 2 * 2 * columns + r % 2 * 8;
    v128_t most = wasm_f32x4_splat(1e-9f);
    for (int i = 0; i < columns; i += 4) most = wasm_f32x4_max(most, wasm_f32x4_abs(wasm_v128_load(a + i)));
    float m = wasm_f32x4_extract_lane(most, 0), v;
    if ((v = wasm_f32x4_extract_lane(most, 1)) > m) m = v;
    if ((v = wasm_f32x4_extract_lane(most, 2)) > m) m = v;
    if ((v = wasm_f32x4_extract_lane(most, 3)) > m) m = v;
    v128_t by = wasm_f32x4_splat(ACT_MAX / m);
    q_scale[r] = m / ACT_MAX;
    for (int i = 0; i < columns; i += 8) {
      v128_t low = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(a + i), by)));
      v128_t high = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(a + i + 4), by)));
      wasm_v128_store(b + 2 * i, wasm_i16x8_narrow_i32x4(low, high));
    }
  }
}

static inline v128_t sums(v128_t a, v128_t b, v128_t c, v128_t d) {
  v128_t ab = wasm_i32x4_add(wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), wasm_i32x4_shuffle(a, b, 2, 6, 3, 7));
  v128_t cd = wasm_i32x4_add(wasm_i32x4_shuffle(c, d, 0, 4, 1, 5), wasm_i32x4_shuffle(c, d, 2, 6, 3, 7));
  return wasm_i32x4_add(wasm_i32x4_shuffle(ab, cd, 0, 1, 4, 5), wasm_i32x4_shuffle(ab, cd, 2, 3, 6, 7));
}

/* The barrier keeps the compiler from loading ahead into more registers than there are. */
#define DOT(s, t, at) \
  __asm__ volatile("" ::: "memory"); v = wasm_v128_load(w + at); \
  s = wasm_i32x4_add(s, wasm_i32x4_dot_i16x8(one, v)), t = wasm_i32x4_add(t, wasm_i32x4_dot_i16x8(two, v));
#define STEP(rows_at, columns_at) \
  { \
    v128_t one = wasm_v128_load(a + rows_at), two = wasm_v128_load(a + rows_at + 8), v; \
    DOT(s0, t0, columns_at) DOT(s1, t1, columns_at + 8) DOT(s2, t2, columns_at + 16) DOT(s3, t3, columns_at + 24) \
  }

/* to[rows x m->rows] = q * weight, scaled back, plus bias. Two rows by four columns at a time. */
static void multiply(const Linear *m, int rows, float *to) {
  int k = m->columns, n = m->rows;
  for (int j = 0; j < n; j += 4) {
    v128_t scale = wasm_v128_load(m->scale + j), bias = wasm_v128_load(m->bias + j);
    for (int r = 0; r < rows; r += 2) {
      const int16_t *a = q + r * k, *w = m->weight + j * k, *end = a + 2 * k;
      v128_t z = wasm_i32x4_splat(0), s0 = z, s1 = z, s2 = z, s3 = z, t0 = z, t1 = z, t2 = z, t3 = z;
#pragma clang loop unroll(disable)
      for (; a < end; a += 16, w += 32) {
        STEP(0, 0)
      }
      v128_t s = wasm_f32x4_convert_i32x4(sums(s0, s1, s2, s3)), t = wasm_f32x4_convert_i32x4(sums(t0, t1, t2, t3));
      s = wasm_f32x4_mul(wasm_f32x4_mul(s, scale), wasm_f32x4_splat(q_scale[r]));
      wasm_v128_store(to + r * n + j, wasm_f32x4_add(s, bias));
      if (r + 1 < rows) {
        t = wasm_f32x4_mul(wasm_f32x4_mul(t, scale), wasm_f32x4_splat(q_scale[r + 1]));
        wasm_v128_store(to + (r + 1) * n + j, wasm_f32x4_add(t, bias));
      }
    }
  }
}

static float total(v128_t v) {
  return (wasm_f32x4_extract_lane(v, 0) + wasm_f32x4_extract_lane(v, 1)) + (wasm_f32x4_extract_lane(v, 2) + wasm_f32x4_extract_lane(v, 3));
}

/* x = norm(x + add), row by row; `add` may be 0. */
static void normalise(int rows, const float *add, const float *norm) {
  for (int r = 0; r < rows; r++) {
    float *a = x + r * H;
    v128_t sum = wasm_f32x4_splat(0), square = sum;
    for (int i = 0; i < H; i += 4) {
      v128_t v = wasm_v128_load(a + i);
      if (add) v = wasm_f32x4_add(v, wasm_v128_load(add + r * H + i));
      wasm_v128_store(a + i, v);
      sum = wasm_f32x4_add(sum, v);
    }
    v128_t mean = wasm_f32x4_splat(total(sum) / H);
    for (int i = 0; i < H; i += 4) {
      v128_t v = wasm_f32x4_sub(wasm_v128_load(a + i), mean);
      square = wasm_f32x4_add(square, wasm_f32x4_mul(v, v));
    }
    v128_t by = wasm_f32x4_splat(1.0f / __builtin_sqrtf(total(square) / H + 1e-12f));
    for (int i = 0; i < H; i += 4) {
      v128_t v = wasm_f32x4_mul(wasm_f32x4_sub(wasm_v128_load(a + i), mean), by);
      wasm_v128_store(a + i, wasm_f32x4_add(wasm_f32x4_mul(v, wasm_v128_load(norm + i)), wasm_v128_load(norm + H + i)));
    }
  }
}

static void attend_head(const float *in, float *out, int length) {
  for (int i = 0; i < length; i++) {
    float score[MAX_LENGTH], most = -1e30f, sum = 0;
    const float *query = in + i * 3 * H;
    for (int j = 0; j < length; j++) {
      const float *key = in + j * 3 * H + H;
      v128_t s = wasm_f32x4_splat(0);
      for (int d = 0; d < HD; d += 4) s = wasm_f32x4_add(s, wasm_f32x4_mul(wasm_v128_load(query + d), wasm_v128_load(key + d)));
      score[j] = total(s) * 0.17677669f;
      if (score[j] > most) most = score[j];
    }
    for (int j = 0; j < length; j++) sum += score[j] = exp_(score[j] - most);
    v128_t mixed[HD / 4];
    for (int d = 0; d < HD / 4; d++) mixed[d] = wasm_f32x4_splat(0);
    for (int j = 0; j < length; j++) {
      v128_t weight = wasm_f32x4_splat(score[j] / sum);
      const float *value = in + j * 3 * H + 2 * H;
      for (int d = 0; d < HD / 4; d++) mixed[d] = wasm_f32x4_add(mixed[d], wasm_f32x4_mul(weight, wasm_v128_load(value + 4 * d)));
    }
    for (int d = 0; d < HD / 4; d++) wasm_v128_store(out + i * H + 4 * d, mixed[d]);
  }
}

static float mixed[MAX_TOKENS * H];

static void attend(int texts) {
  for (int t = 0, at = 0; t < texts; at += lengths[t++])
    for (int h = 0; h < HEADS; h++) attend_head(y + at * 3 * H + h * HD, mixed + at * H + h * HD, lengths[t]);
}

static void apply_gelu(int count) {
  for (int i = 0; i < count; i++) {
    float v = y[i];
    if (v >= 7.99f) continue;
    y[i] = v <= -7.99f ? 0.0f : gelu[(int)(v * GELU_STEP + GELU_SIZE / 2 + 0.5f)];
  }
}

static void embed(int texts) {
  for (int t = 0, at = 0; t < texts; t++)
    for (int i = 0; i < lengths[t]; i++, at++) {
      int id = ids[at] < 0 || ids[at] >= vocabulary ? 0 : ids[at];
      for (int d = 0; d < H; d++) x[at * H + d] = (float)words[id * H + d] * word_scale[id] + positions[i * H + d];
    }
}

/* Judge `texts` texts whose token ids lie one after the other. result: six numbers for each token;
 * the mean over a text's tokens is the text's answer, so each token's own share is known. */
__attribute__((export_name("infer"))) void infer(int texts) {
  int rows = 0;
  for (int t = 0; t < texts; t++) rows += lengths[t];
  embed(texts);
  normalise(rows, 0, norm0);
  for (int i = 0; i < layer_count; i++) {
    Layer *l = &layers[i];
    quantise(x, rows, H), multiply(&l->qkv, rows, y), attend(texts);
    quantise(mixed, rows, H), multiply(&l->out, rows, y), normalise(rows, y, l->norm1);
    quantise(x, rows, H), multiply(&l->up, rows, y), apply_gelu(rows * FF);
    quantise(y, rows, FF), multiply(&l->down, rows, mixed), normalise(rows, mixed, l->norm2);
  }
  for (int r = 0; r < rows; r++)
    for (int o = 0; o < OUTPUTS; o++) {
      v128_t s = wasm_f32x4_splat(0);
      for (int d = 0; d < H; d += 4) s = wasm_f32x4_add(s, wasm_f32x4_mul(wasm_v128_load(x + r * H + d), wasm_v128_load(head + o * H + d)));
      result[r * OUTPUTS + o] = total(s) + head_bias[o];
    }
}
