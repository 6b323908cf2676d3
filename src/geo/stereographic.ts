/**
 * Projects unit vectors (x, y, z at 3 × point) onto the plane that touches the sphere at their middle, seen from the opposite point: angles
 * and circles stay, so neighbors on the plane are neighbors on the sphere, also across the date line. Only + − × ÷ and square roots,
 * so that engines cannot differ. NaN stays NaN; points opposite the middle are drawn in to a finite distance.
 */
export function stereographic(vectors: Float64Array): {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
} {
  const points = vectors.length / 3;
  const middle = middleOf(vectors);
  const east = perpendicular(middle);
  const north = cross(middle, east);
  const xs = new Float64Array(points);
  const ys = new Float64Array(points);
  for (let point = 0; point < points; point++) {
    const x = vectors[3 * point]!;
    const y = vectors[3 * point + 1]!;
    const z = vectors[3 * point + 2]!;
    const facing = 1 + x * middle[0] + y * middle[1] + z * middle[2];
    const scale = 2 / Math.max(facing, 1e-6);
    xs[point] = scale * (x * east[0] + y * east[1] + z * east[2]);
    ys[point] = scale * (x * north[0] + y * north[1] + z * north[2]);
  }
  return { xs, ys };
}

type Vector = readonly [number, number, number];

/** Direction of the sum of all points; the pole where they cancel out or there are none. */
function middleOf(vectors: Float64Array): Vector {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let at = 0; at < vectors.length; at += 3) {
    if (Number.isNaN(vectors[at]!)) continue;
    x += vectors[at]!;
    y += vectors[at + 1]!;
    z += vectors[at + 2]!;
  }
  return unit([x, y, z]) ?? [0, 0, 1];
}

function perpendicular(vector: Vector): Vector {
  const [x, y, z] = vector;
  const axis: Vector = x * x <= y * y && x * x <= z * z ? [1, 0, 0] : y * y <= z * z ? [0, 1, 0] : [0, 0, 1];
  return unit(cross(axis, vector)) ?? [1, 0, 0];
}

function cross([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

function unit([x, y, z]: Vector): Vector | null {
  const length = Math.sqrt(x * x + y * y + z * z);
  return length > 1e-9 ? [x / length, y / length, z / length] : null;
}
