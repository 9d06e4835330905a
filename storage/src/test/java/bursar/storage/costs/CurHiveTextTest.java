package bursar.storage.costs;

class CurHiveTextTest extends CurExpectedAnswersSuite {
  CurHiveTextTest() {
    super("cur-hive-text", "AWS CUR (legacy)", "BeforeCUR.gz");
  }
}
