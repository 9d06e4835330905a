package bursar.storage.costs;

class CurLegacyParquetTest extends CurExpectedAnswersSuite {
  CurLegacyParquetTest() {
    super("cur-legacy-parquet", "AWS CUR (legacy)", "");
  }
}
