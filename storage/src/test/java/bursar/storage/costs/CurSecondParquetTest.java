package bursar.storage.costs;

class CurSecondParquetTest extends CurExpectedAnswersSuite {
  CurSecondParquetTest() {
    super("cur2-parquet", "AWS CUR 2.0", "cur2");
  }
}
